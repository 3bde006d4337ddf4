// construct: `(a ? f() : g()).P`, `(f() ?? g()).h()`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source? none = null;
        Log((Get(true) ? new Source("a") : new Source("b")).Read());
        Log((none ?? new Source("c")).ReadLine());
        Log((Get(false) ? Get("x") : Get("yy")).Length);
    }
}
