// construct: `task?.Wait()`, `task?.Result`, `task?.GetAwaiter().GetResult()`
// lowered to: `CoTask.WaitAsync(c)` and so on
// note: what waits for a task goes through `CoTask`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Pause("begin");
        Task<int>? some = Task.FromResult(5);
        Task? none = null;
        none?.Wait();
        some?.Wait();
        Log(some?.Result);
        Log(some?.GetAwaiter().GetResult());
        Pause("end");
        return (none as Task<int>)?.Result ?? -1;
    }
}
