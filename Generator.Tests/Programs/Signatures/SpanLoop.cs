// construct: a span that a loop moves on
// lowered to: a memory local that is sliced as the span was; `x.Span` where a span is used
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        byte[] bytes = new byte[7];
        Span<byte> rest = bytes;
        while (rest.Length > 0)
        {
            int n = Fill(rest[..Math.Min(3, rest.Length)]);
            rest = rest[n..];
            Log(rest.Length);
        }

        for (ReadOnlySpan<byte> left = bytes; left.Length > 0; left = left[2..])
        {
            if (left.Length == 1) break;
            Log(Sum(left[..2]));
        }

        return Sum(bytes);
    }
}
