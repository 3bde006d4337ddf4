// construct: `return`, `break`, `continue`, `goto`, `throw` out of a `lock`
// lowered to: `using (await CoMonitor.EnterAsync(x))`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        object gate = new();
        for (int i = 0; i < 4; i++)
        {
            lock (gate)
            {
                if (i == 0) continue;
                Step("in " + i);
                if (i == 2) break;
            }
        }
        try { lock (gate) { Fail("inside"); } } catch (InvalidOperationException e) { Log(e.Message); }
        lock (gate) { Step("goto"); goto Out; }
        Out:
        int n = Number(gate);
        lock (gate) Log(n);
        return n;
    }

    [Coroutine]
    private static int Number(object gate)
    {
        lock (gate) return Get(5);
    }
}
