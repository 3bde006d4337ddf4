// construct: a span argument that no memory is known to be behind
// diagnostic: CG1016
// stays blocking: the call
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] cells = [1, 2];
        int n = /*!CG1016*/Count(System.Runtime.InteropServices.MemoryMarshal.AsBytes(cells.AsSpan()));
        return n + Count(new byte[3]);
    }

    [Coroutine]
    private static int Count(ReadOnlySpan<byte> bytes)
    {
        Pause("count");
        return bytes.Length;
    }
}
