using CoGen.Patches;

namespace CoGen.Tests.Patches;

public class CancellationTokenRegistrationPatchesTests
{
    [Fact]
    public void A_fiber_waits_while_the_callback_runs() => new LoopScheduler().Run(async () =>
    {
        using CancellationTokenSource source = new();
        using ManualResetEventSlim running = new();
        using ManualResetEventSlim leave = new();
        CancellationTokenRegistration registration = source.Token.Register(() =>
        {
            running.Set();
            leave.Wait();
        });
        Task cancelling = PlainThread.Run(source.Cancel);
        await ManualResetEventSlimPatches.WaitAsync(running);
        Fiber disposer = Co.Spawn(async Coroutine () => await CancellationTokenRegistrationPatches.DisposeAsync(registration));
        await Co.SleepAsync(1);
        Assert.False(disposer.IsFinished);
        leave.Set();
        await disposer;
        await cancelling;
    });
}
