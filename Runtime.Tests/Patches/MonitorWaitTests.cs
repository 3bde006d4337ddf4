using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class MonitorWaitTests
{
    private readonly Log _log = new();
    private readonly object _gate = new();

    [Fact]
    public void A_pulse_wakes_the_fiber_that_came_first_and_pulse_all_the_rest() => Run(async () =>
    {
        Fiber[] waiters = [.. Enumerable.Range(0, 3).Select(n => Co.Spawn(async Coroutine () => await Wait(n)))];
        await UntilAllWait(3);
        await Pulse(_gate);
        _log.Add("pulsed");
        await Joined.AllAsync(waiters);
        _log.ShouldBe("0(2) pulsed 1(2) 2(2)");

        async Coroutine Pulse(object gate)
        {
            using (await CoMonitor.EnterBrieflyAsync(gate)) MonitorPatches.Pulse(gate);
            await waiters[0];
            using (await CoMonitor.EnterAsync(gate)) MonitorPatches.PulseAll(gate);
        }
    });

    [Fact]
    public void The_monitor_is_left_and_entered_again_however_deep() => Run(async () =>
    {
        Fiber waiter = Co.Spawn(async Coroutine () => await Wait(0));
        await UntilAllWait(1);
        Assert.False(MonitorPatches.IsEntered(_gate));
        await MonitorPatches.EnterAsync(_gate);
        MonitorPatches.Pulse(_gate);
        await Co.SleepAsync(1);
        _log.Add("left");
        MonitorPatches.Exit(_gate);
        await waiter;
        _log.ShouldBe("left 0(2)");
        Assert.False(Monitor.IsEntered(_gate));
    });

    [Fact]
    public void A_wait_ends_by_its_timeout_in_the_schedulers_time()
    {
        TimeSpan elapsed = Run(async () =>
        {
            await MonitorPatches.EnterAsync(_gate);
            Assert.False(await MonitorPatches.WaitAsync(_gate, 1000));
            Assert.True(MonitorPatches.IsEntered(_gate));
            MonitorPatches.Exit(_gate);
        });
        Assert.Equal(Ms(1000), elapsed);
    }

    [Fact]
    public void A_kill_ends_a_wait_with_the_monitor_held() => Run(async () =>
    {
        Fiber waiter = Co.Spawn(async Coroutine () =>
        {
            await MonitorPatches.EnterAsync(_gate);
            try
            {
                await MonitorPatches.WaitAsync(_gate);
            }
            finally
            {
                _log.Add(MonitorPatches.IsEntered(_gate));
                MonitorPatches.Exit(_gate);
            }
        });
        await UntilAllWait(0);
        await Co.SleepAsync(1);
        await waiter.KillAsync();
        _log.ShouldBe("True");
        Assert.True(await MonitorPatches.TryEnterAsync(_gate));
        MonitorPatches.Exit(_gate);
    });

    [Fact]
    public void A_thread_wakes_fibers_one_or_all() => new LoopScheduler().Run(async () =>
    {
        Fiber[] waiters = [.. Enumerable.Range(0, 4).Select(n => Co.Spawn(async Coroutine () => await Wait(n)))];
        await UntilAllWait(4);
        await PlainThread.Run(() =>
        {
            lock (_gate) Monitor.Pulse(_gate);
        });
        await waiters[0];
        await PlainThread.Run(() =>
        {
            lock (_gate)
            {
                Monitor.Pulse(_gate);
                Monitor.Pulse(_gate);
            }
        });
        await waiters[1];
        await waiters[2];
        await PlainThread.Run(() =>
        {
            lock (_gate) Monitor.PulseAll(_gate);
        });
        await waiters[3];
    });

    [Fact]
    public void A_fiber_wakes_threads() => new LoopScheduler().Run(async () =>
    {
        int waiting = 0;
        int woken = 0;
        Task[] threads = [.. Enumerable.Range(0, 2).Select(_ => PlainThread.Run(() =>
        {
            lock (_gate)
            {
                waiting++;
                Monitor.Wait(_gate);
                woken++;
            }
        }))];
        while (waiting < 2)
        {
            using (await CoMonitor.EnterAsync(_gate)) await Co.YieldAsync();
        }

        using (await CoMonitor.EnterBrieflyAsync(_gate)) MonitorPatches.Pulse(_gate);
        await Task.WhenAny(threads);
        using (await CoMonitor.EnterAsync(_gate))
        {
            Assert.Equal(1, woken);
            MonitorPatches.PulseAll(_gate);
        }

        await Task.WhenAll(threads);
    });

    [Fact]
    public void Fibers_and_threads_hand_a_thing_to_and_fro()
    {
        const int Rounds = 50;
        int turn = 0;
        Task thread = PlainThread.Run(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                lock (_gate)
                {
                    while (turn % 2 == 0) Monitor.Wait(_gate);
                    turn++;
                    Monitor.Pulse(_gate);
                }
            }
        });
        new LoopScheduler().Run(async () =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                await MonitorPatches.EnterAsync(_gate);
                while (turn % 2 == 1) await MonitorPatches.WaitInLoopAsync(_gate);
                turn++;
                MonitorPatches.Pulse(_gate);
                MonitorPatches.Exit(_gate);
            }

            await thread;
        });
        Assert.Equal(2 * Rounds, turn);
    }

    [Fact]
    public void A_threads_pulse_is_heard_by_a_fiber_that_has_just_begun_to_wait_for_the_first_time()
    {
        const int Rounds = 300;
        object? shared = null;
        int pulsed = 0;
        Task thread = PlainThread.Run(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                object gate;
                while ((gate = Interlocked.Exchange(ref shared, null)!) is null) Thread.Yield();
                lock (gate)
                {
                    pulsed++;
                    Monitor.Pulse(gate);
                }
            }
        });
        new LoopScheduler().Run(async () =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                object gate = new();
                await MonitorPatches.EnterAsync(gate);
                Volatile.Write(ref shared, gate);
                Assert.True(await MonitorPatches.WaitAsync(gate));
                Assert.Equal(i + 1, pulsed);
                MonitorPatches.Exit(gate);
            }

            await thread;
        });
    }

    [Theory]
    [Interleavings(50)]
    public void Nothing_is_lost_in_a_buffer_of_one_in_many_orders_of_turns(TestScheduler scheduler)
    {
        int? item = null;
        List<int> taken = [];
        scheduler.Run(async () => await Joined.AllAsync([Co.Spawn(Put), Co.Spawn(Put), Co.Spawn(Take), Co.Spawn(Take)]));
        Assert.Equal([0, 0, 1, 1, 2, 2], taken.Order());

        async Coroutine Put()
        {
            for (int i = 0; i < 3; i++)
            {
                using (await CoMonitor.EnterAsync(_gate))
                {
                    while (item is not null) await MonitorPatches.WaitAsync(_gate);
                    item = i;
                    MonitorPatches.PulseAll(_gate);
                }
            }
        }

        async Coroutine Take()
        {
            for (int i = 0; i < 3; i++)
            {
                using (await CoMonitor.EnterAsync(_gate))
                {
                    while (item is null) await MonitorPatches.WaitAsync(_gate);
                    taken.Add(item.Value);
                    item = null;
                    MonitorPatches.PulseAll(_gate);
                }
            }
        }
    }

    [Fact]
    public void On_a_pool_fibers_wake_fibers()
    {
        int turn = 0;
        new PoolScheduler().Run(async () => await Joined.AllAsync([Co.Spawn(Coroutine () => Play(0)), Co.Spawn(Coroutine () => Play(1))]));
        Assert.Equal(40, turn);

        async Coroutine Play(int player)
        {
            for (int i = 0; i < 20; i++)
            {
                using (await CoMonitor.EnterAsync(_gate))
                {
                    while (turn % 2 != player) await MonitorPatches.WaitAsync(_gate);
                    turn++;
                    MonitorPatches.Pulse(_gate);
                }
            }
        }
    }

    private int _waiting;

    /// <summary>Waits at depth two, and notes how deep it is afterwards.</summary>
    private async Coroutine Wait(int n)
    {
        await MonitorPatches.EnterAsync(_gate);
        await MonitorPatches.EnterAsync(_gate);
        _waiting++;
        Assert.True(await MonitorPatches.WaitAsync(_gate));
        int depth = 0;
        while (MonitorPatches.IsEntered(_gate))
        {
            MonitorPatches.Exit(_gate);
            depth++;
        }

        _log.Add($"{n}({depth})");
    }

    /// <summary>Whoever has begun to wait has left the monitor when somebody else gets in.</summary>
    private async Coroutine UntilAllWait(int count)
    {
        bool all = false;
        while (!all)
        {
            await Co.YieldAsync();
            using (await CoMonitor.EnterAsync(_gate)) all = _waiting >= count;
        }
    }
}
