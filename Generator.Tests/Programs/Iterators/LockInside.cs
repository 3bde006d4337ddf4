// construct: `yield return` inside `lock`
// lowered to: the lock of the fiber, which is held while the consumer has the value
internal static partial class Program
{
    private static readonly object s_gate = new();

    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        lock (s_gate)
        {
            yield return Get(1);
            yield return Get(2);
        }

        yield return Get(3);
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in Numbers())
        {
            lock (s_gate) Log(n);
        }

        foreach (int n in Numbers()) break;
        lock (s_gate) Pause("free");
    }
}
