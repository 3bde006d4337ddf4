// construct: `c ? a : b`
// lowered to: awaits in place; one branch is evaluated
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Get("c", true) ? Get(1) : Get(2) + (Get("d", false) ? Get(3) : Get(4));
}
