// construct: `lock` with `Monitor.Wait`, `Pulse` or `PulseAll` inside
// lowered to: `using (await CoMonitor.EnterAsync(x))`, and `await MonitorPatches.WaitAsync(x)`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        object gate = new();
        lock (gate)
        {
            Pause("inside");
            Monitor.PulseAll(gate);
        }

        lock (gate)
        {
            Log(Monitor.Wait(gate, 1));
            Pause("held again");
            lock (gate) Monitor.Pulse(gate);
        }

        try
        {
            Monitor.Pulse(gate);
        }
        catch (SynchronizationLockException)
        {
            Log("not held");
        }

        return Get("outside");
    }
}
