// construct: `ref` to one of two variables
// diagnostic: CG1017
// stays blocking: the call
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int a = Get(1), b = Get(2);
        /*!CG1017*/Bump(ref (a > 1 ? ref a : ref b));
        return a * 10 + b;
    }

    [Coroutine]
    private static void Bump(ref int n) { Pause("bump"); n++; }
}
