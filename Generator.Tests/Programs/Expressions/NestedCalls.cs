// construct: `f(g(h()), i(j()))`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        return Add(Get(Get(1)), Add(Get(2), Get(3)), c: Add(Get(4))) + Get(Add(1, Get(2)));
    }
}
