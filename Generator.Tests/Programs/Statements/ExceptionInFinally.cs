// construct: an exception in a `finally` replaces the first
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try
        {
            try { Fail("first"); }
            finally { Fail("second"); }
        }
        catch (InvalidOperationException e) { Log(e.Message); }
        try
        {
            try { Fail("third"); }
            catch { Fail("fourth"); }
            finally { Pause("last"); }
        }
        catch (InvalidOperationException e) { Log(e.Message); }
    }
}
