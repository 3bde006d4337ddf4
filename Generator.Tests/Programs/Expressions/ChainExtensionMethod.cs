// construct: `a?.f()`, where `f` is an extension method
// lowered to: `(a is { } c ? await c.fAsync() : …)`
internal static partial class Program
{
    [Coroutine]
    private static int? Main()
    {
        int? some = Get(4);
        int? none = null;
        return some?.Twice() + 10 * (none?.Twice() ?? 1);
    }
}
