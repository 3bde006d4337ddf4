// construct: a `switch` expression without an arm for its value
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Pause("one");
        Pause("two");
        try { Log(Get(5) switch { 1 => Get("one"), 2 => "two" }); }
        catch (System.Runtime.CompilerServices.SwitchExpressionException e) { Log(e.UnmatchedValue); }
    }
}
