// construct: a lambda given to a method whose twin takes a delegate that returns a task
// lowered to: an async lambda whose awaits stay in the fiber
internal static partial class Program
{
    private static T Measure<T>(string name, Func<T> function)
    {
        Log("sync " + name);
        return function();
    }

    private static async Task<T> MeasureAsync<T>(string name, Func<Task<T>> function)
    {
        Log("sync " + name);
        return await function();
    }

    private static void Run(Action<int> action) => action(3);

    private static ValueTask RunAsync(Func<int, CancellationToken, ValueTask> action) => action(3, default);

    [Coroutine]
    private static void Main()
    {
        Log(Measure("a", () => Get(1)));
        Log(Measure("b", () => "quick"));
        Run(n => Pause("run " + n));
        Run(n =>
        {
            if (n > 2) return;
            Pause("not");
        });
    }
}
