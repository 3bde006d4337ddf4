// construct: a span local that is alive across a blocking call
// lowered to: a memory local
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        byte[] bytes = [1, 2, 3, 4];
        Span<byte> head = bytes.AsSpan(0, 2);
        var tail = bytes.AsSpan()[2..];
        ReadOnlySpan<char> text = "hello";
        Pause("a");
        head[0] = 9;
        tail[1] += head[0];
        int n = Fill(tail);
        head = tail.Slice(1);
        Pause("b");
        head[0]++;
        foreach (byte b in head) n += b;
        return $"{n} {string.Join(',', bytes)} {text.Length} {text[1]} {text.ToString()}";
    }
}
