using CoGen.Patches;
using CoGen.Tests.Patches;

namespace CoGen.Tests;

/// <summary>A fiber of a pool holds the locks of threads across waits: all its turns are on one thread until it has left.</summary>
public class PoolLockTests
{
    private readonly object _gate = new();
    private readonly Lock _lock = new();

    [Fact]
    public void Plain_code_of_other_threads_is_kept_out_across_waits() => new PoolScheduler().Run(async () =>
    {
        using (await CoMonitor.EnterAsync(_gate))
        using (await CoMonitor.EnterAsync(_lock))
        {
            for (int i = 0; i < 3; i++)
            {
                await Co.SleepAsync(1);
                Assert.True(Monitor.IsEntered(_gate) && _lock.IsHeldByCurrentThread);
                Assert.False(await CanThreadEnter());
            }
        }

        Assert.True(await CanThreadEnter());
    });

    [Fact]
    public void Plain_code_that_the_fiber_calls_enters_again() => new PoolScheduler().Run(async () =>
    {
        using (await CoMonitor.EnterAsync(_gate))
        {
            await Co.YieldAsync();
            lock (_gate) Monitor.Pulse(_gate);
            await Co.YieldAsync();
            using (await CoMonitor.EnterBrieflyAsync(_gate)) lock (_gate) Assert.True(MonitorPatches.IsEntered(_gate));
            Assert.True(await MonitorPatches.TryEnterAsync(_gate));
            MonitorPatches.Exit(_gate);
            Assert.False(await CanThreadEnter());
        }

        Assert.True(await CanThreadEnter());
    });

    [Fact]
    public void Threads_and_fibers_of_pools_and_loops_take_turns()
    {
        int count = 0;
        Task[] threads = [.. Enumerable.Range(0, 3).Select(_ => PlainThread.Run(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                lock (_gate) Change();
            }
        }))];
        Task loop = PlainThread.Run(() => new LoopScheduler().Run(Fibers));
        new PoolScheduler().Run(Fibers);
        Assert.True(Task.WaitAll([.. threads, loop], Timeout.Infinite, TestContext.Current.CancellationToken));
        Assert.Equal(600 + (2 * 4 * 50), count);

        async Coroutine Fibers() => await Joined.AllAsync([.. Enumerable.Range(0, 4).Select(_ => Co.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 50; i++)
            {
                using (await CoMonitor.EnterAsync(_gate))
                {
                    int seen = count;
                    await Co.YieldAsync();
                    count = seen + 1;
                }
            }
        }))]);

        void Change()
        {
            int seen = count;
            Thread.Yield();
            count = seen + 1;
        }
    }

    [Fact]
    public void Locks_may_be_left_in_any_order_and_then_the_fiber_is_the_pools_again() => new PoolScheduler().Run(async () =>
    {
        await MonitorPatches.EnterAsync(_gate);
        await LockPatches.EnterAsync(_lock);
        int thread = Environment.CurrentManagedThreadId;
        MonitorPatches.Exit(_gate);
        await Co.YieldAsync();
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.False(Thread.CurrentThread.IsThreadPoolThread);
        LockPatches.Exit(_lock);
        await Co.YieldAsync();
        Assert.True(Thread.CurrentThread.IsThreadPoolThread);
    });

    [Fact]
    public void A_fiber_waits_for_a_thread_and_may_be_killed_meanwhile() => new PoolScheduler().Run(async () =>
    {
        Func<Task> leave = PlainThread.Hold(() => Monitor.Enter(_gate), () => Monitor.Exit(_gate));
        Assert.False(await MonitorPatches.TryEnterAsync(_gate));
        Assert.False(await MonitorPatches.TryEnterAsync(_gate, 1));
        Fiber killed = Co.Spawn(async Coroutine () => await MonitorPatches.EnterAsync(_gate));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.Equal(FiberState.Killed, killed.State);
        Fiber waiter = Co.Spawn(async Coroutine () =>
        {
            await MonitorPatches.EnterAsync(_gate);
            MonitorPatches.Exit(_gate);
        });
        await leave();
        await waiter;
    });

    [Fact]
    public void A_kill_inside_leaves_what_is_held() => new PoolScheduler().Run(async () =>
    {
        Fiber holder = Co.Spawn(async Coroutine () =>
        {
            using (await CoMonitor.EnterAsync(_gate)) await Co.SleepAsync(Timeout.Infinite);
        });
        await Co.SleepAsync(1);
        await holder.KillAsync();
        Assert.True(await CanThreadEnter());
    });

    [Fact]
    public void A_pulse_of_a_thread_wakes_the_fiber_and_one_of_the_fiber_the_thread() => new PoolScheduler().Run(async () =>
    {
        int turn = 0;
        Task thread = PlainThread.Run(() =>
        {
            lock (_gate)
            {
                for (int i = 0; i < 5; i++)
                {
                    while (turn % 2 == 0) Monitor.Wait(_gate);
                    turn++;
                    Monitor.PulseAll(_gate);
                }
            }
        });
        using (await CoMonitor.EnterAsync(_gate))
        {
            for (int i = 0; i < 5; i++)
            {
                while (turn % 2 == 1) await MonitorPatches.WaitInLoopAsync(_gate);
                turn++;
                MonitorPatches.PulseAll(_gate);
            }
        }

        await thread;
        Assert.Equal(10, turn);
    });

    [Fact]
    public void A_mutex_is_owned_across_waits() => new PoolScheduler().Run(async () =>
    {
        using Mutex mutex = new();
        Assert.True(await WaitHandlePatches.WaitOneAsync(mutex));
        await Co.SleepAsync(1);
        bool entered = true;
        await PlainThread.Run(() => entered = mutex.WaitOne(0));
        Assert.False(entered);
        MutexPatches.ReleaseMutex(mutex);
        await PlainThread.Run(() => entered = mutex.WaitOne(0));
        Assert.True(entered);
    });

    [Fact]
    public void A_fiber_that_ends_inside_abandons_its_mutex_to_threads() => new PoolScheduler().Run(async () =>
    {
        using Mutex mutex = new();
        await Co.Spawn(async Coroutine () => await WaitHandlePatches.WaitOneAsync(mutex));
        string outcome = "";
        await PlainThread.Run(() => outcome = Outcome.Of(() => mutex.WaitOne()));
        Assert.StartsWith("AbandonedMutexException", outcome, StringComparison.Ordinal);
    });

    [Fact]
    public void Ambient_state_goes_to_the_thread_and_back_and_is_not_left_there() => new PoolScheduler().Run(async () =>
    {
        AsyncLocal<string?> local = new();
        for (int i = 0; i < 3; i++)
        {
            local.Value = $"before {i}";
            using (await CoMonitor.EnterAsync(_gate))
            {
                Assert.Equal($"before {i}", local.Value);
                local.Value = "inside";
                await Co.YieldAsync();
            }

            await Co.YieldAsync();
            Assert.Equal("inside", local.Value);
            Assert.Null(await Co.Spawn(async Coroutine<string?> () =>
            {
                local.Value = null;
                using (await CoMonitor.EnterAsync(_gate)) return local.Value;
            }));
        }
    });

    [Fact]
    public void In_virtual_time_its_turns_count_as_those_of_any()
    {
        PoolScheduler pool = new(new VirtualClock());
        TimeSpan start = pool.Clock.GetElapsedTime(0);
        pool.Run(async () =>
        {
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                await Co.SleepAsync(1000);
                Assert.False(await MonitorPatches.TryEnterAsync(_gate, 1000));
                Assert.True(await MonitorPatches.TryEnterAsync(_gate, 10_000));
            });
            using (await CoMonitor.EnterAsync(_gate)) await Co.SleepAsync(5000);
            await other;
        });
        Assert.Equal(TimeSpan.FromSeconds(5), pool.Clock.GetElapsedTime(0) - start);
    }

    private async Coroutine<bool> CanThreadEnter()
    {
        bool entered = false;
        await PlainThread.Run(() =>
        {
            entered = Monitor.TryEnter(_gate);
            if (entered) Monitor.Exit(_gate);
            if (!_lock.TryEnter()) return;
            _lock.Exit();
        });
        return entered;
    }
}
