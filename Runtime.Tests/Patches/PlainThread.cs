namespace CoGen.Tests.Patches;

/// <summary>Plain code on a thread of its own, for fibers to deal with.</summary>
internal static class PlainThread
{
    internal static Task Run(Action body)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                body();
                ended.SetResult();
            }
            catch (Exception error)
            {
                ended.SetException(error);
            }
        })
        { IsBackground = true }.Start();
        return ended.Task;
    }

    /// <summary>Lets a thread hold something until the result is called.</summary>
    internal static Func<Task> Hold(Action enter, Action exit)
    {
        ManualResetEventSlim entered = new();
        ManualResetEventSlim leave = new();
        Task ended = Run(() =>
        {
            enter();
            entered.Set();
            leave.Wait();
            exit();
        });
        entered.Wait();
        return () =>
        {
            leave.Set();
            return ended;
        };
    }
}
