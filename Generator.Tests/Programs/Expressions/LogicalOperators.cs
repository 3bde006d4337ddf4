// construct: `a && b`, `a || b`, `!a`
// lowered to: awaits in place; the right side is not evaluated when the left decides
internal static partial class Program
{
    [Coroutine]
    private static bool Main()
    {
        if (Get("1", false) && Get("2", true)) Log("never");
        if (Get("3", true) || Get("4", true)) Log("yes");
        bool both = !Get("5", false) && Get("6", true) & Get("7", false) | Get("8", true);
        return both ^ Get("9", true);
    }
}
