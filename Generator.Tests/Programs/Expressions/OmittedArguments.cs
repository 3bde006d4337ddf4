// construct: `f(a)` with optional parameters, `default`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        return Add(Get(1)) + Add(1, c: Get(2)) + Add(Get(1), Get(2), Get(3)) + Add(default, b: default);
    }
}
