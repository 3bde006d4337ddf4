// construct: a ref local that lives across a call
// diagnostic: CG1015
// instead: take the reference after the call
// stays blocking: calls while the ref local is alive
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int[] a = [1, 2, 3];
        ref int first = ref a[0];
        /*!CG1015*/Pause("stays");
        first = 10;
        Pause("goes");
        Pause("goes too");
        return a[0];
    }
}
