// construct: a `BlockingCollection<T>` that a thread fills: consumed by `foreach` and LINQ, added to and taken from, also by `out`
// lowered to: `await foreach` over `BlockingCollectionPatches.GetConsumingEnumerableAsync(queue)`, and calls of its other methods
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        System.Collections.Concurrent.BlockingCollection<int> queue = new();
        Task producer = Task.Run(() => Fill(queue));
        string all = "";
        foreach (int n in queue.GetConsumingEnumerable())
        {
            Log(n);
            all += Get(n);
            if (n == 2) break;
        }

        int sum = queue.GetConsumingEnumerable().Select(n => Get(n)).Sum();
        producer.Wait();
        Log(queue.TryTake(out int none, 1));
        System.Collections.Concurrent.BlockingCollection<string> words = new(1) { "a" };
        Log(words.TryAdd("b", 1));
        Log(words.Take());
        words.Add(Get("c"));
        if (words.TryTake(out string? word))
            Log(word);
        try
        {
            queue.Take();
        }
        catch (InvalidOperationException)
        {
            Log("completed");
        }

        return $"{all} {sum} {none}";
    }

    private static void Fill(System.Collections.Concurrent.BlockingCollection<int> queue)
    {
        for (int i = 1; i <= 4; i++)
            queue.Add(i);
        queue.CompleteAdding();
    }
}
