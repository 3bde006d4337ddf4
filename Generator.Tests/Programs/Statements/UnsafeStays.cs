// construct: `unsafe`, `fixed`, `stackalloc` beside and around calls
// diagnostic: CG1013
// instead: move the call out of the block
// stays blocking: calls inside `unsafe` and `fixed`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2, 3];
        int sum = 0;
        Pause("before");
        unsafe
        {
            fixed (int* p = a) sum = p[0] + p[2];
            int* q = stackalloc int[2];
            q[0] = sum;
            sum += q[0];
            /*!CG1013*/Pause("inside");
        }
        Pause("after");
        return sum + sizeof(long) + Get(1);
    }
}
