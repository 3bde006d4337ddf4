// construct: `lock`, reentered by the same fiber, nested, over other calls
// lowered to: `using (await CoMonitor.EnterAsync(x))`
internal static partial class Program
{
    [Coroutine]
    private static bool Main()
    {
        lock (s_gate)
        {
            Pause("outer");
            lock (s_gate) Pause("inner");
            Nested();
            lock (s_lock)
            {
                Pause("lock");
                lock (s_lock) Log(s_lock.GetType().Name);
            }
        }
        return Monitor.IsEntered(s_gate);
    }

    private static readonly object s_gate = new();
    private static readonly Lock s_lock = new();

    [Coroutine]
    private static void Nested()
    {
        lock (s_gate) Pause("nested");
    }
}
