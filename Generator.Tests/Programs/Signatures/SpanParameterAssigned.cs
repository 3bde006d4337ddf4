// construct: a span parameter that moves on through what is left of it
// lowered to: a memory parameter that is assigned slices of itself
internal static partial class Program
{
    [Coroutine]
    private static int Main() => ReadAll(new byte[] { 1, 2, 3, 4, 5 }) + ReadAll([7, 8, 9]);

    [Coroutine]
    private static int ReadAll(ReadOnlySpan<byte> rest)
    {
        int sum = 0;
        while (!rest.IsEmpty)
        {
            int n = Get(rest.Length > 2 ? 2 : 1);
            sum += Sum(rest[..n]) * n;
            rest = rest.Slice(n);
        }

        return sum;
    }
}
