// construct: span parameters
// lowered to: `Memory<T>` and `ReadOnlyMemory<T>`; the span where one is used
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        byte[] bytes = new byte[6];
        int n = Load(bytes, "abc");
        n += Load(bytes.AsSpan(2), "defg".AsSpan(1));
        n += Load(bytes.AsSpan(1, 2)[1..], default);
        return n + ":" + string.Join(',', bytes);
    }

    [Coroutine]
    private static int Load(Span<byte> target, ReadOnlySpan<char> text)
    {
        Pause("load");
        int n = 0;
        foreach (char c in text) n += c;
        for (int i = 0; i < target.Length && i < text.Length; i++) target[i] = (byte)text[i];
        n += Fill(target[..1]);
        target[0]++;
        n += Sum(target.Slice(0, 1)) + Sum(target);
        return n + (text.IsEmpty ? 100 : text[0]) + target.ToArray().Length + text.IndexOf('b');
    }
}
