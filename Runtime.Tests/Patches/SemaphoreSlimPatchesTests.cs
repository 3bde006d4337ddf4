using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class SemaphoreSlimPatchesTests
{
    [Fact]
    public void Permits_are_for_fibers_and_threads() => new LoopScheduler().Run(async () =>
    {
        using SemaphoreSlim permits = new(0);
        Fiber[] waiters = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () => await SemaphoreSlimPatches.WaitAsync(permits)))];
        Assert.False(await SemaphoreSlimPatches.WaitAsync(permits, 0));
        await PlainThread.Run(() => permits.Release(2));
        permits.Release();
        await Joined.AllAsync(waiters);
        Assert.Equal(0, permits.CurrentCount);
    });

    [Fact]
    public void A_wait_ends_by_its_timeout_in_the_schedulers_time_and_takes_nothing()
    {
        using SemaphoreSlim permits = new(0);
        VirtualClock clock = new();
        new LoopScheduler(clock).Run(async () => Assert.False(await SemaphoreSlimPatches.WaitAsync(permits, 60_000)));
        Assert.Equal(Ms(60_000), clock.Elapsed);
        permits.Release();
        Assert.Equal(1, permits.CurrentCount);
    }

    [Fact]
    public void A_permit_that_comes_with_a_kill_is_not_lost() => new LoopScheduler().Run(async () =>
    {
        using SemaphoreSlim permits = new(0);
        for (int i = 0; i < 50; i++)
        {
            bool isTaken = false;
            Fiber killed = Co.Spawn(async Coroutine () => isTaken = await SemaphoreSlimPatches.WaitAsync(permits, 60_000));
            await Co.YieldAsync();
            permits.Release();
            killed.Cancel();
            await Co.JoinAllAsync([killed]);
            Assert.Equal(isTaken ? 0 : 1, permits.CurrentCount);
            permits.Wait(0, CancellationToken.None);
        }
    });

    [Fact]
    public void A_loop_of_failed_tries_lets_the_owner_run() => Run(async () =>
    {
        using SemaphoreSlim permits = new(0);
        Fiber owner = Co.Spawn(async Coroutine () =>
        {
            await Co.YieldAsync();
            permits.Release();
        });
        while (!await SemaphoreSlimPatches.WaitAsync(permits, 0))
        {
        }

        await owner;
    });

    [Fact]
    public void It_ends_as_the_original_does() => Run(async () =>
    {
        using SemaphoreSlim permits = new(0);
        SemaphoreSlim disposed = new(0);
        disposed.Dispose();
        CancellationToken cancelled = new(canceled: true);
        Assert.Equal(Outcome.Of(disposed.Wait), await Outcome.OfAsync(() => SemaphoreSlimPatches.WaitAsync(disposed)));
        Assert.Equal(Outcome.Of(() => permits.Wait(-2)), await Outcome.OfAsync(() => SemaphoreSlimPatches.WaitAsync(permits, -2)));
        Assert.Equal(Outcome.Of(() => permits.Wait(Ms(-2))), await Outcome.OfAsync(() => SemaphoreSlimPatches.WaitAsync(permits, Ms(-2))));
        Assert.Equal(Outcome.Of(() => permits.Wait(cancelled)), await Outcome.OfAsync(() => SemaphoreSlimPatches.WaitAsync(permits, cancelled)));
    });

    [Fact]
    public void What_needs_no_wait_allocates_nothing()
    {
        using SemaphoreSlim permits = new(1);
        using ManualResetEventSlim set = new(true);
        using AutoResetEvent signal = new(false);
        Func<Coroutine> work = async () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await SemaphoreSlimPatches.WaitAsync(permits);
                permits.Release();
                await ManualResetEventSlimPatches.WaitAsync(set);
                signal.Set();
                await WaitHandlePatches.WaitOneAsync(signal);
            }
        };
        LoopScheduler loop = new(Clock());
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2048);
    }
}
