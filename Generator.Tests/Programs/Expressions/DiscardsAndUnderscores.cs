// construct: `_ = f()`, `out _`, `(_, a) = …`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        _ = Get(1);
        (_, int a) = (Get(2), Get(3));
        Set(out _, Get(4));
        Func<int, int, int> f = (_, _) => 1;
        return a + f(Get(5), Get(6));
    }

    private static void Set(out int target, int n) => target = n;
}
