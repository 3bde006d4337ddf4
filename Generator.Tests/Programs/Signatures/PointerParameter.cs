// construct: a parameter that is a pointer or a function pointer
// diagnostic: CG1013, CG1018
// lowered to: a twin with the same parameters, that calls the original
// stays blocking: the call
internal static partial class Program
{
    [Coroutine]
    private static unsafe int Main()
    {
        int n = Get(1);
        unsafe
        {
            n += /*!CG1018*/Add(&n, &Twice);
        }

        return n;
    }

    [Coroutine]
    private static unsafe int Add(int* p, delegate*<int, int> f)
    {
        /*!CG1013*/Pause("add");
        return f(*p);
    }

    private static int Twice(int n) => n * 2;
}
