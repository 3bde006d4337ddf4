using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class MonitorPatchesTests
{
    private readonly Log _log = new();
    private readonly object _gate = new();

    [Fact]
    public void One_fiber_at_a_time_is_between_enter_and_exit() => Run(async () =>
    {
        await Joined.AllAsync([.. Enumerable.Range(0, 3).Select(n => Co.Spawn(async Coroutine () => await Work(n)))]);
        _log.ShouldBe("0( 0) 1( 1) 2( 2)");

        async Coroutine Work(int n)
        {
            Ref<bool> taken = Ref.New(false);
            try
            {
                await MonitorPatches.EnterAsync(_gate, taken);
                _log.Add($"{n}(");
                await Co.SleepAsync(5);
                _log.Add($"{n})");
            }
            finally
            {
                if (taken.Value) MonitorPatches.Exit(_gate);
            }
        }
    });

    [Fact]
    public void A_fiber_enters_again_also_by_lock_and_leaves_as_often() => Run(async () =>
    {
        await MonitorPatches.EnterAsync(_gate);
        using (await CoMonitor.EnterAsync(_gate))
        {
            Assert.True(await MonitorPatches.TryEnterAsync(_gate));
            lock (_gate) Assert.True(MonitorPatches.IsEntered(_gate));
            await Co.YieldAsync();
            MonitorPatches.Exit(_gate);
        }

        Assert.True(MonitorPatches.IsEntered(_gate) && Monitor.IsEntered(_gate));
        MonitorPatches.Exit(_gate);
        Assert.False(MonitorPatches.IsEntered(_gate) || Monitor.IsEntered(_gate));
        Assert.Equal(Outcome.Of(() => Monitor.Exit(_gate)), Outcome.Of(() => MonitorPatches.Exit(_gate)));
    });

    [Fact]
    public void What_another_fiber_of_the_thread_holds_is_not_mine() => Run(async () =>
    {
        Fiber holder = Co.Spawn(async Coroutine () =>
        {
            await MonitorPatches.EnterAsync(_gate);
            await Co.SleepAsync(5);
            MonitorPatches.Exit(_gate);
        });
        await Co.YieldAsync();
        Assert.False(MonitorPatches.IsEntered(_gate));
        Assert.Throws<SynchronizationLockException>(() => MonitorPatches.Exit(_gate));
        Assert.Throws<SynchronizationLockException>(() => MonitorPatches.Pulse(_gate));
        Assert.StartsWith("SynchronizationLockException", await Outcome.OfAsync(() => MonitorPatches.WaitAsync(_gate, 1)), StringComparison.Ordinal);
        Assert.False(await MonitorPatches.TryEnterAsync(_gate, 2));
        Assert.True(await MonitorPatches.TryEnterAsync(_gate, Ms(10)));
        MonitorPatches.Exit(_gate);
        await holder;
    });

    [Fact]
    public void What_the_original_refuses_is_refused_in_its_words() => Run(async () =>
    {
        Ref<bool> taken = Ref.New(true);
        bool t = true;
        Assert.Equal(Outcome.Of(() => Monitor.Enter(null!)), await Outcome.OfAsync(() => MonitorPatches.EnterAsync(null!)));
        Assert.Equal(Outcome.Of(() => Monitor.Enter(_gate, ref t)), await Outcome.OfAsync(() => MonitorPatches.EnterAsync(_gate, taken)));
        Assert.Equal(Outcome.Of(() => Monitor.TryEnter(_gate, -2)), await Outcome.OfAsync(() => MonitorPatches.TryEnterAsync(_gate, -2)));
        Assert.Equal(Outcome.Of(() => Monitor.TryEnter(_gate, Ms(-2))), await Outcome.OfAsync(() => MonitorPatches.TryEnterAsync(_gate, Ms(-2))));
        Assert.Equal(Outcome.Of(() => Monitor.TryEnter(null!)), await Outcome.OfAsync(() => MonitorPatches.TryEnterAsync(null!)));
        Assert.Equal(Outcome.Of(() => Monitor.Exit(null!)), Outcome.Of(() => MonitorPatches.Exit(null!)));
        Assert.Equal(Outcome.Of(() => Monitor.Wait(null!)), await Outcome.OfAsync(() => MonitorPatches.WaitAsync(null!)));
        Assert.Equal(Outcome.Of(() => Monitor.Wait(_gate)), await Outcome.OfAsync(() => MonitorPatches.WaitAsync(_gate)));
        Assert.Equal(Outcome.Of(() => Monitor.Wait(_gate, -2)), await Outcome.OfAsync(() => MonitorPatches.WaitAsync(_gate, -2)));
        Assert.Equal(Outcome.Of(() => Monitor.Pulse(null!)), Outcome.Of(() => MonitorPatches.Pulse(null!)));
        Assert.Equal(Outcome.Of(() => Monitor.PulseAll(_gate)), Outcome.Of(() => MonitorPatches.PulseAll(_gate)));
        Assert.Equal(Outcome.Of(() => Monitor.IsEntered(null!)), Outcome.Of(() => MonitorPatches.IsEntered(null!)));
    });

    [Fact]
    public void A_loop_of_failed_tries_lets_the_owner_run() => Run(async () =>
    {
        Fiber holder = Co.Spawn(async Coroutine () =>
        {
            await MonitorPatches.EnterAsync(_gate);
            for (int i = 0; i < 5; i++) await Co.YieldAsync();
            MonitorPatches.Exit(_gate);
        });
        await Co.YieldAsync();
        while (!await MonitorPatches.TryEnterAsync(_gate))
        {
        }

        MonitorPatches.Exit(_gate);
        await holder;
    });

    [Fact]
    public void A_thread_is_kept_out_and_waited_for() => new LoopScheduler().Run(async () =>
    {
        Func<Task> leave = PlainThread.Hold(() => Monitor.Enter(_gate), () => Monitor.Exit(_gate));
        Assert.False(await MonitorPatches.TryEnterAsync(_gate));
        Assert.False(await MonitorPatches.TryEnterAsync(_gate, 1));
        Fiber killed = Co.Spawn(async Coroutine () => await MonitorPatches.EnterAsync(_gate));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.Equal(FiberState.Killed, killed.State);
        Fiber waiter = Co.Spawn(async Coroutine () => await MonitorPatches.EnterAsync(_gate));
        await Co.SleepAsync(1);
        await leave();
        await waiter;
        bool entered = true;
        await PlainThread.Run(() => entered = Monitor.TryEnter(_gate));
        Assert.False(entered);
    });

    [Fact]
    public void Fibers_that_hold_and_wait_in_a_circle_are_named()
    {
        object other = new();
        DeadlockException error = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            Fiber one = Co.Spawn(async Coroutine () => await Take(_gate, other)).Named("one");
            Fiber two = Co.Spawn(async Coroutine () => await Take(other, _gate)).Named("two");
            await Co.JoinAllAsync([one, two]);
        }));
        Assert.Equal(["one", "two"], Assert.Single(error.Cycles).Select(fiber => fiber.Name));
        Assert.Contains("the monitor of a Object, held by fiber 'two'", error.Message, StringComparison.Ordinal);

        static async Coroutine Take(object first, object second)
        {
            await MonitorPatches.EnterAsync(first);
            await Co.YieldAsync();
            await MonitorPatches.EnterAsync(second);
        }
    }

    [Fact]
    public void What_needs_no_wait_allocates_nothing()
    {
        Lock other = new();
        Func<Coroutine> work = async () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await MonitorPatches.EnterAsync(_gate);
                if (await MonitorPatches.TryEnterAsync(_gate)) MonitorPatches.Exit(_gate);
                MonitorPatches.Pulse(_gate);
                MonitorPatches.Exit(_gate);
                using (await LockPatches.EnterScopeAsync(other)) await LockPatches.EnterAsync(other);
                LockPatches.Exit(other);
            }
        };
        LoopScheduler loop = new(Clock());
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2048);
    }

    [Fact]
    public void On_a_pool_fibers_exclude_each_other()
    {
        int count = 0;
        new PoolScheduler().Run(async () => await Joined.AllAsync([.. Enumerable.Range(0, 20).Select(_ => Co.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 20; i++)
            {
                await MonitorPatches.EnterAsync(_gate);
                int seen = count;
                await Co.YieldAsync();
                count = seen + 1;
                MonitorPatches.Exit(_gate);
            }
        }))]));
        Assert.Equal(400, count);
    }
}
