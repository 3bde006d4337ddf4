// construct: `lock` on null
// lowered to: `using (await CoMonitor.EnterAsync(x))`, which throws the same
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        object? none = null;
        Lock? other = null;
        Pause("begin");
        Pause("again");
        try { lock (none!) { Pause("never"); } } catch (ArgumentNullException e) { Log(e.Message); }
        try { lock (none!) { Log("never"); } } catch (ArgumentNullException e) { Log(e.ParamName); }
        try { lock (other!) { Pause("never"); } } catch (NullReferenceException e) { Log(e.Message); }
    }
}
