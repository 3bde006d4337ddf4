// construct: `foreach` over a queue's `TakeAll()`
// lowered to: `await foreach` over it
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        CoQueue<int> queue = new();
        for (int i = 1; i <= 4; i++) queue.Put(Get(i));
        queue.ShutDown();
        int sum = 0;
        foreach (int n in queue.TakeAll())
        {
            if (n == 2) continue;
            sum += Get(n);
        }

        Action drain = () =>
        {
            foreach (int n in queue.TakeAll()) Log(n);
            Pause("drained");
        };
        drain();
        return sum;
    }
}
