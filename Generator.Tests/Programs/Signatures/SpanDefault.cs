// construct: span parameters with default values, written in each way that there is
// lowered to: memory with its own default value
internal static partial class Program
{
    [Coroutine]
    private static int Main() => First() + Second(Get(1)) + Third(Get(new byte[] { 1, 2 })) + Parts.Fourth();

    [Coroutine]
    private static int First(ReadOnlySpan<byte> some = default) => some.Length + Get(1);

    [Coroutine]
    private static int Second(int n, ReadOnlySpan<byte> some = default(ReadOnlySpan<byte>))
    {
        int length = some.Length;
        return Get(n) + length;
    }

    [Coroutine]
    private static int Third(Span<byte> some, Span<byte> others = new Span<byte>())
    {
        int length = some.Length + others.Length;
        return Get(length);
    }
}

internal static partial class Parts
{
    [Coroutine]
    internal static partial int Fourth(ReadOnlySpan<byte> some = default(ReadOnlySpan<byte>));

    internal static partial int Fourth(ReadOnlySpan<byte> some)
    {
        int length = some.Length;
        return Get(length + 1);
    }
}
