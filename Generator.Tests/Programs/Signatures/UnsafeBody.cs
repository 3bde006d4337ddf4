// construct: a body that uses pointers all over
// diagnostic: CG1013
// instead: move what uses pointers into a method of its own
// stays blocking: each call in it
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Get(1) + Work([1, 2]) + Pause2();

    [Coroutine]
    private static unsafe int Work(byte[] bytes)
    {
        int n = 3;
        int* p = &n;
        /*!CG1013*/Pause("in");
        return *p + bytes.Length;
    }

    [Coroutine]
    private static int Pause2() => Get(2);
}
