using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class ManualResetEventSlimPatchesTests
{
    [Fact]
    public void A_fiber_or_a_thread_sets_it_for_all() => new LoopScheduler().Run(async () =>
    {
        using ManualResetEventSlim signal = new();
        Fiber[] waiters = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () => await ManualResetEventSlimPatches.WaitAsync(signal)))];
        Assert.False(await ManualResetEventSlimPatches.WaitAsync(signal, 0));
        Assert.False(await ManualResetEventSlimPatches.WaitAsync(signal, Ms(1)));
        await PlainThread.Run(signal.Set);
        await Joined.AllAsync(waiters);
        signal.Reset();
        Fiber waiter = Co.Spawn(async Coroutine () => Assert.True(await ManualResetEventSlimPatches.WaitAsync(signal, 60_000)));
        await Co.YieldAsync();
        signal.Set();
        await waiter;
        await ManualResetEventSlimPatches.WaitAsync(signal);
    });

    [Fact]
    public void It_ends_as_the_original_does() => Run(async () =>
    {
        using ManualResetEventSlim signal = new();
        ManualResetEventSlim disposed = new();
        disposed.Dispose();
        CancellationToken cancelled = new(canceled: true);
        Assert.Equal(Outcome.Of(disposed.Wait), await Outcome.OfAsync(() => ManualResetEventSlimPatches.WaitAsync(disposed)));
        Assert.Equal(Outcome.Of(() => signal.Wait(-2)), await Outcome.OfAsync(() => ManualResetEventSlimPatches.WaitAsync(signal, -2)));
        Assert.Equal(Outcome.Of(() => signal.Wait(Ms(-2))), await Outcome.OfAsync(() => ManualResetEventSlimPatches.WaitAsync(signal, Ms(-2))));
        Assert.Equal(Outcome.Of(() => signal.Wait(cancelled)), await Outcome.OfAsync(() => ManualResetEventSlimPatches.WaitAsync(signal, cancelled)));
        using CancellationTokenSource later = new();
        Fiber waiter = Co.Spawn(async Coroutine () => Assert.StartsWith(
            "OperationCanceledException", await Outcome.OfAsync(() => ManualResetEventSlimPatches.WaitAsync(signal, later.Token)), StringComparison.Ordinal));
        await Co.YieldAsync();
        await later.CancelAsync();
        await waiter;
    });
}
