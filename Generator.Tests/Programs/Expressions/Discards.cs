// construct: `_ = f()`, `_ = (f(), g())`, `out _`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        _ = Get(1);
        _ = (Get(2), Get("b"));
        (_, int n) = (Get(3), Get(4));
        return int.TryParse(Get("5"), out _) ? n : 0;
    }
}
