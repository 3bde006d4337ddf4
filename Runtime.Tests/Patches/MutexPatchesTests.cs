using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class MutexPatchesTests
{
    [Fact]
    public void One_fiber_at_a_time_owns_it_and_may_do_so_again() => Run(async () =>
    {
        using Mutex mutex = new();
        int inside = 0;
        await Joined.AllAsync([.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () =>
        {
            Assert.True(await WaitHandlePatches.WaitOneAsync(mutex));
            Assert.True(await WaitHandlePatches.WaitOneAsync(mutex, 0));
            Assert.Equal(1, ++inside);
            await Co.SleepAsync(1);
            inside--;
            MutexPatches.ReleaseMutex(mutex);
            MutexPatches.ReleaseMutex(mutex);
        }))]);
        Assert.Equal(Outcome.Of(mutex.ReleaseMutex), Outcome.Of(() => MutexPatches.ReleaseMutex(mutex)));
    });

    [Fact]
    public void What_another_fiber_of_the_thread_owns_is_not_mine() => Run(async () =>
    {
        using Mutex mutex = new();
        Fiber owner = Co.Spawn(async Coroutine () =>
        {
            await WaitHandlePatches.WaitOneAsync(mutex);
            await Co.SleepAsync(5);
            MutexPatches.ReleaseMutex(mutex);
        });
        await Co.YieldAsync();
        Assert.StartsWith("ApplicationException", Outcome.Of(() => MutexPatches.ReleaseMutex(mutex)), StringComparison.Ordinal);
        Assert.False(await WaitHandlePatches.WaitOneAsync(mutex, 1));
        Assert.True(await WaitHandlePatches.WaitOneAsync(mutex, 10));
        await owner;
    });

    [Fact]
    public void A_thread_is_kept_out_and_waited_for() => new LoopScheduler().Run(async () =>
    {
        using Mutex mutex = new();
        Func<Task> leave = PlainThread.Hold(() => mutex.WaitOne(), mutex.ReleaseMutex);
        Assert.False(await WaitHandlePatches.WaitOneAsync(mutex, 1));
        Fiber waiter = Co.Spawn(async Coroutine () => await WaitHandlePatches.WaitOneAsync(mutex));
        await Co.SleepAsync(1);
        await leave();
        await waiter;
        bool entered = true;
        await PlainThread.Run(() => entered = mutex.WaitOne(0));
        Assert.False(entered);
    });

    [Fact]
    public void Who_gets_what_a_thread_has_abandoned_is_told_and_owns_it() => new LoopScheduler().Run(async () =>
    {
        using Mutex mutex = new();
        await PlainThread.Run(() => mutex.WaitOne());
        string outcome = "True";
        while (outcome == "True")
        {
            outcome = await Outcome.OfAsync(() => WaitHandlePatches.WaitOneAsync(mutex));
            MutexPatches.ReleaseMutex(mutex);
        }

        Assert.StartsWith("AbandonedMutexException", outcome, StringComparison.Ordinal);
        Assert.Equal("True", await Outcome.OfAsync(() => WaitHandlePatches.WaitOneAsync(mutex)));
    });

    [Fact]
    public async Task Outside_fibers_it_is_refused()
    {
        using Mutex mutex = new();
        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(async () => await WaitHandlePatches.WaitOneAsync(mutex));
        Assert.Contains("SemaphoreSlim", error.Message, StringComparison.Ordinal);
    }
}
