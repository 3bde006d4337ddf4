// construct: two fibers that hold the same object across waits, one that holds it briefly
// lowered to: `using (await CoMonitor.EnterAsync(x))`; `EnterBrieflyAsync` where nothing inside waits
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        List<int> order = [];
        object gate = new();
        Worker a = new(gate, order, 1), b = new(gate, order, 2);
        a.Run();
        b.Run();
        lock (gate) order.Add(Step("end"));
        return string.Join(",", order);
    }
}

public partial class Worker(object gate, List<int> order, int number)
{
    [Coroutine]
    public void Run()
    {
        lock (gate) order.Add(number);
        lock (gate)
        {
            order.Add(number * 10);
            Pause("work");
            order.Add(number * 100);
        }
    }
}
