using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class WaitHandlePatchesTests
{
    private readonly Log _log = new();

    [Fact]
    public void A_signal_ends_the_wait_of_one_fiber_or_of_all() => new LoopScheduler().Run(async () =>
    {
        using AutoResetEvent one = new(false);
        using ManualResetEvent all = new(false);
        Fiber[] ones = [.. Enumerable.Range(0, 2).Select(_ => Co.Spawn(async Coroutine () => _log.Add(await WaitHandlePatches.WaitOneAsync(one))))];
        Fiber[] alls = [.. Enumerable.Range(0, 2).Select(_ => Co.Spawn(async Coroutine () => _log.Add(await WaitHandlePatches.WaitOneAsync(all))))];
        await Co.YieldAsync();
        _log.ShouldBe("");
        await PlainThread.Run(() => all.Set());
        await Joined.AllAsync(alls);
        await PlainThread.Run(() => one.Set());
        Assert.Single(await Co.JoinSomeAsync(ones, 1, Timeout.InfiniteTimeSpan));
        Assert.False(one.WaitOne(0));
        one.Set();
        await Joined.AllAsync(ones);
        _log.ShouldBe("True True True True");
    });

    [Fact]
    public void Fibers_signal_each_other() => Run(async () =>
    {
        using AutoResetEvent ping = new(false);
        using AutoResetEvent pong = new(false);
        Fiber other = Co.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 5; i++)
            {
                await WaitHandlePatches.WaitOneAsync(ping);
                pong.Set();
            }
        });
        for (int i = 0; i < 5; i++)
        {
            ping.Set();
            Assert.True(await WaitHandlePatches.WaitOneAsync(pong, Ms(5000)));
        }

        await other;
    });

    [Fact]
    public void A_wait_ends_by_its_timeout_in_the_schedulers_time()
    {
        using AutoResetEvent never = new(false);
        VirtualClock clock = new();
        new LoopScheduler(clock).Run(async () =>
        {
            Assert.False(await WaitHandlePatches.WaitOneAsync(never, 0));
            Assert.False(await WaitHandlePatches.WaitOneAsync(never, 1000));
            Assert.False(await WaitHandlePatches.WaitAllAsync([never], Ms(1000)));
            Assert.Equal(WaitHandle.WaitTimeout, await WaitHandlePatches.WaitAnyAsync([never], 1000));
        });
        Assert.Equal(Ms(3000), clock.Elapsed);
    }

    [Fact]
    public void What_comes_for_a_fiber_that_was_killed_is_for_the_next() => new LoopScheduler().Run(async () =>
    {
        using Semaphore permits = new(0, 1);
        using AutoResetEvent signal = new(false);
        for (int i = 0; i < 20; i++)
        {
            Fiber killed = Co.Spawn(async Coroutine () => await WaitHandlePatches.WaitOneAsync(permits));
            Fiber late = Co.Spawn(async Coroutine () => await WaitHandlePatches.WaitOneAsync(signal));
            await Co.YieldAsync();
            permits.Release();
            signal.Set();
            killed.Cancel();
            late.Cancel();
            await Co.JoinAllAsync([killed, late]);
            if (killed.State == FiberState.Killed) Assert.True(await WaitHandlePatches.WaitOneAsync(permits));
            if (late.State == FiberState.Killed) Assert.True(await WaitHandlePatches.WaitOneAsync(signal));
            Assert.False(permits.WaitOne(0) || signal.WaitOne(0));
        }
    });

    [Fact]
    public void Wait_all_takes_all_or_nothing() => new LoopScheduler().Run(async () =>
    {
        using AutoResetEvent first = new(true);
        using AutoResetEvent second = new(false);
        Assert.False(await WaitHandlePatches.WaitAllAsync([first, second], 1));
        Assert.True(first.WaitOne(0));
        first.Set();
        Fiber killed = Co.Spawn(async Coroutine () => await WaitHandlePatches.WaitAllAsync([first, second]));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.True(first.WaitOne(0));
        Fiber waiter = Co.Spawn(async Coroutine () => Assert.True(await WaitHandlePatches.WaitAllAsync([first, second])));
        await Co.SleepAsync(1);
        first.Set();
        Assert.False(await waiter.JoinAsync(Ms(1)));
        second.Set();
        await waiter;
        Assert.False(first.WaitOne(0) || second.WaitOne(0));
    });

    [Fact]
    public void Wait_any_takes_one_and_says_which() => new LoopScheduler().Run(async () =>
    {
        using AutoResetEvent first = new(false);
        using AutoResetEvent second = new(false);
        Fiber waiter = Co.Spawn(async Coroutine () => _log.Add(await WaitHandlePatches.WaitAnyAsync([first, second])));
        await Co.SleepAsync(1);
        second.Set();
        await waiter;
        first.Set();
        second.Set();
        _log.Add(await WaitHandlePatches.WaitAnyAsync([first, second]));
        _log.ShouldBe("1 0");
        Assert.True(second.WaitOne(0));
    });

    [Fact]
    public void Signal_and_wait_lets_the_other_go_on() => new LoopScheduler().Run(async () =>
    {
        using AutoResetEvent ask = new(false);
        using AutoResetEvent answer = new(false);
        Task server = PlainThread.Run(() =>
        {
            ask.WaitOne();
            WaitHandle.SignalAndWait(answer, ask);
        });
        Assert.True(await WaitHandlePatches.SignalAndWaitAsync(ask, answer));
        Assert.False(await WaitHandlePatches.SignalAndWaitAsync(ask, answer, 1, false));
        await server;
    });

    [Fact]
    public void What_the_original_refuses_is_refused_in_its_words() => Run(async () =>
    {
        using AutoResetEvent signal = new(false);
        AutoResetEvent disposed = new(false);
        disposed.Dispose();
        Assert.Equal(Outcome.Of(() => disposed.WaitOne()), await Outcome.OfAsync(() => WaitHandlePatches.WaitOneAsync(disposed)));
        Assert.Equal(Outcome.Of(() => signal.WaitOne(-2)), await Outcome.OfAsync(() => WaitHandlePatches.WaitOneAsync(signal, -2)));
        Assert.Equal(Outcome.Of(() => signal.WaitOne(Ms(-2))), await Outcome.OfAsync(() => WaitHandlePatches.WaitOneAsync(signal, Ms(-2))));
        Assert.Equal(Outcome.Of(() => WaitHandle.WaitAll(null!)), await Outcome.OfAsync(() => WaitHandlePatches.WaitAllAsync(null!)));
        Assert.Equal(Outcome.Of(() => WaitHandle.WaitAll([signal, signal])), await Outcome.OfAsync(() => WaitHandlePatches.WaitAllAsync([signal, signal])));
        Assert.Equal(Outcome.Of(() => WaitHandle.WaitAny([])), await Outcome.OfAsync(() => WaitHandlePatches.WaitAnyAsync([])));
        Assert.Equal(Outcome.Of(() => WaitHandle.WaitAny([signal, null!])), await Outcome.OfAsync(() => WaitHandlePatches.WaitAnyAsync([signal, null!])));
        Assert.Equal(Outcome.Of(() => WaitHandle.SignalAndWait(null!, signal)), await Outcome.OfAsync(() => WaitHandlePatches.SignalAndWaitAsync(null!, signal)));
        using Mutex mutex = new();
        Assert.Contains("NotSupportedException", await Outcome.OfAsync(() => WaitHandlePatches.WaitAllAsync([signal, mutex])), StringComparison.Ordinal);
    });

    [Fact]
    public async Task Code_outside_fibers_waits_too()
    {
        using AutoResetEvent signal = new(false);
        Assert.False(await WaitHandlePatches.WaitOneAsync(signal, 1));
        Task<bool> waiting = WaitHandlePatches.WaitOneAsync(signal).AsTask();
        signal.Set();
        Assert.True(await waiting);
    }
}
