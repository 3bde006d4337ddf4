// construct: `Monitor.Enter`, `TryEnter`, `Wait`, `Pulse` and `Exit`, with a thread at the other end
// lowered to: calls of `MonitorPatches`: the fiber holds the monitor and waits at it, its thread does not wait
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        object gate = new();
        Queue<int> items = new();
        string all = "";
        bool taken = false;
        lock (items) Log(Monitor.Wait(items, 1));
        Task producer = Task.CompletedTask;
        Monitor.Enter(gate, ref taken);
        try
        {
            producer = Task.Run(() => Produce(gate, items));
            for (int i = 0; i < 3; i++)
            {
                while (items.Count == 0)
                    Monitor.Wait(gate);
                all += Get(items.Dequeue());
            }

            Log(Monitor.IsEntered(gate));
        }
        finally
        {
            Monitor.Exit(gate);
        }

        producer.Wait();
        Log(Monitor.IsEntered(gate));
        if (taken && Monitor.TryEnter(gate, 1))
        {
            Monitor.PulseAll(gate);
            Monitor.Exit(gate);
        }

        try
        {
            Monitor.Exit(gate);
        }
        catch (SynchronizationLockException)
        {
            Log("not held");
        }

        return all;
    }

    private static void Produce(object gate, Queue<int> items)
    {
        for (int i = 1; i <= 3; i++)
        {
            lock (gate)
            {
                items.Enqueue(i);
                Monitor.Pulse(gate);
            }
        }
    }
}
