// construct: waits for events, a countdown, a barrier, a semaphore, a thread and a `Lazy<T>`, which threads bring about
// lowered to: calls of `WaitHandlePatches`, `ManualResetEventSlimPatches`, `CountdownEventPatches`, `BarrierPatches`, `ThreadPatches` …
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        AutoResetEvent signal = new(false);
        Pause("begin");
        Log(signal.WaitOne(1));
        Log(signal.WaitOne(TimeSpan.FromMilliseconds(1)));
        Thread thread = new(() => signal.Set());
        thread.Start();
        Log(signal.WaitOne());
        thread.Join();
        Log(thread.Join(1));

        ManualResetEventSlim slim = new();
        Log(slim.Wait(1));
        Task setter = Task.Run(slim.Set);
        slim.Wait();
        setter.Wait();

        CountdownEvent countdown = new(2);
        Task counter = Task.Run(countdown.Signal);
        countdown.Signal();
        countdown.Wait();
        counter.Wait();
        Log(countdown.CurrentCount);

        Barrier barrier = new(2);
        Task partner = Task.Run(() => barrier.SignalAndWait());
        barrier.SignalAndWait();
        partner.Wait();
        Log(barrier.CurrentPhaseNumber);

        SemaphoreSlim semaphore = new(1);
        semaphore.Wait();
        Log(semaphore.Wait(1));
        Task releaser = Task.Run(() => semaphore.Release());
        semaphore.Wait();
        releaser.Wait();

        WaitHandle[] handles = [signal, slim.WaitHandle];
        Log(WaitHandle.WaitAny(handles));
        Lazy<int> lazy = new(() => 5);
        return Get(lazy.Value);
    }
}
