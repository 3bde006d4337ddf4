namespace CoGen.Examples;

/// <summary>A producer and three consumers. The queue holds two: who would put a third waits for who takes one.</summary>
internal static partial class ProduceConsume
{
    [Coroutine]
    internal static int Run(string[] args)
    {
        int items = args is [string count] ? int.Parse(count) : 10;
        CoQueue<int> queue = new(capacity: 2);
        Fiber<int>[] consumers = [.. Enumerable.Range(1, 3).Select(number => Co.Spawn(Consume, queue, number))];
        Produce(queue, items);
        Console.WriteLine($"sum {consumers.Sum(consumer => consumer.Result)}");
        return 0;
    }

    [Coroutine]
    private static void Produce(CoQueue<int> queue, int items)
    {
        for (int item = 1; item <= items; item++) queue.Put(item);
        queue.ShutDown();
    }

    [Coroutine]
    private static int Consume(CoQueue<int> queue, int number)
    {
        int sum = 0;
        foreach (int item in queue.TakeAll())
        {
            Console.WriteLine($"consumer {number} takes {item}");
            sum += item;
            Thread.Sleep(1);
        }

        return sum;
    }
}
