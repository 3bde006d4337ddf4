// construct: a body that begins or ends inside of `#if`
// lowered to: the lines that were compiled
internal static partial class Program
{
#if SOMETHING
    [Coroutine]
    private static int Work()
    {
#else
    [Coroutine]
    private static int Work(int n)
    {
        n = Get(n);
#endif
        return Get("work", 2)
#if !SOMETHING
            + n;
    }
#else
            ;
    }
#endif

    [Coroutine]
    private static int Main() => Work(3)
#if SOMETHING
        + 1
#else
        + Get(2)
#endif
        ;
}
