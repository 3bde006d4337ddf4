// construct: `lock` with `Monitor.Pulse` or `Wait` inside
// diagnostic: CG1022, CG1011
// instead: a `CoLock` and a `CoCondition`
// stays blocking: the lock, and the calls inside it
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        object gate = new();
        /*!CG1022*/lock (gate)
        {
            /*!CG1011*/Pause("inside");
            Monitor.PulseAll(gate);
        }
        Pause("outside");
        Pause("and on");
    }
}
