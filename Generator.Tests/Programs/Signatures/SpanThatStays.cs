// construct: a span that is made of a reference, and alive across a blocking call
// diagnostic: CG1015
// instead: an array or `Memory<T>`
// stays blocking: the call
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] cells = [1, 2];
        Span<int> span = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref cells[1], 1);
        /*!CG1015*/Pause("a");
        span[0] = 5;
        Pause("b");
        return cells[1];
    }
}
