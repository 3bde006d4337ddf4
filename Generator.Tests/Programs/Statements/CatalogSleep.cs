// construct: `Thread.Sleep`, `Task.Result`, `Task.Wait`, `GetAwaiter().GetResult()`
// lowered to: waits of CoGen's own
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Thread.Sleep(1);
        Log("slept");
        Task.Delay(1).Wait();
        return Task.Run(static () => 1).Result + Task.FromResult(2).GetAwaiter().GetResult();
    }
}
