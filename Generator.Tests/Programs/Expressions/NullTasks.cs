// construct: `Wait` and `Result` on a task that is null
// lowered to: `CoTask.WaitAsync(t)` and so on, which throw the same
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Task<int>? none = null;
        Pause("a");
        Pause("b");
        try { none!.Wait(); } catch (NullReferenceException) { Log("wait"); }
        try { Log(none!.Result); } catch (NullReferenceException) { Log("result"); }
        try { none!.Wait(5); } catch (NullReferenceException) { Log("timed wait"); }
        try { none!.GetAwaiter().GetResult(); } catch (NullReferenceException) { Log("get result"); }
    }
}
