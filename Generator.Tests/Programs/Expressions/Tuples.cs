// construct: tuples and deconstruction: `var (a, b) = (f(), g())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static (int, string) Main()
    {
        var (a, b) = (Get(1), Get("b"));
        (a, b) = (Get(a + 1), Get(b + "c"));
        (int x, _) = Get((3, 4));
        return (a + x, b);
    }
}
