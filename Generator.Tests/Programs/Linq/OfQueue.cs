// construct: LINQ over the sequences of CoGen itself: a queue's `TakeAll()`, a `Generator<T>`
// lowered to: a chain that waits for each value in the fiber
internal static partial class Program
{
    private static async Coroutine Count(Yielder<int> yielder)
    {
        for (int i = 1; i < 5; i++) await yielder.YieldAsync(i);
    }

    [Coroutine]
    private static void Main()
    {
        CoQueue<int> queue = new();
        for (int i = 1; i <= 4; i++) queue.Put(Get(i));
        queue.ShutDown();
        Log(queue.TakeAll().Where(n => n > 1).Select(n => Get(n) * 2).Take(2).ToList());
        Log(new Generator<int>(Count).Zip(new Generator<int>(Count)).Sum(p => p.First * p.Second));
        foreach (int n in new Generator<int>(Count).Skip(2)) Log(n);
        Log(new[] { 7, 8 }.Concat(queue.TakeAll()).ToList());
    }
}
