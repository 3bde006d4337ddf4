// construct: unreachable code, constant conditions, `#pragma`-free warnings
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        if (false) Pause("never");
        while (true) { Pause("once"); break; }
        Pause("end");
        return 1;
    }
}
