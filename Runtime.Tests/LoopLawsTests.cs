using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>The laws of scheduling, as gevent's hub keeps them: docs/laws.md.</summary>
public class LoopLawsTests
{
    private readonly Log _log = new();

    private async Coroutine Say(string name) => _log.Add(name);

    private async Coroutine SayTwice(string name)
    {
        _log.Add(name + 1);
        await Co.YieldAsync();
        _log.Add(name + 2);
    }

    [Fact]
    public void L1_a_thread_gets_its_loop_when_it_first_needs_one_and_each_thread_its_own()
    {
        int[] ran = new int[2];
        Thread[] threads = [new(() => Work(0)), new(() => Work(1))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal([threads[0].ManagedThreadId, threads[1].ManagedThreadId], ran);

        void Work(int index) => Co.Spawn(async Coroutine () =>
        {
            await Co.YieldAsync();
            ran[index] = Environment.CurrentManagedThreadId;
        }).Join();
    }

    [Fact]
    public void L2_a_spawned_fiber_runs_when_its_spawner_next_waits()
    {
        Run(async Coroutine () =>
        {
            Co.Spawn(Say, "child");
            _log.Add("spawner");
            await Co.YieldAsync();
            _log.Add("spawner");
        });
        _log.ShouldBe("spawner child spawner");
    }

    [Fact]
    public void L3_what_becomes_ready_during_a_pass_runs_after_what_was_ready_before()
    {
        Run(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () =>
            {
                _log.Add("a");
                Co.Spawn(Say, "a's child");
            });
            Co.Spawn(Say, "b");
            await Co.SleepAsync(1);
        });
        _log.ShouldBe("a b a's child");
    }

    [Fact]
    public void L4_endless_yields_do_not_starve_a_timer()
    {
        bool timerFired = false;
        Co.Run(async Coroutine () =>
        {
            Fiber endless = Co.Spawn(async Coroutine () =>
            {
                while (true) await Co.YieldAsync();
            });
            await Co.SleepAsync(1);
            timerFired = true;
            await endless.KillAsync();
        });
        Assert.True(timerFired);
    }

    [Fact]
    public void L4_endless_yields_do_not_starve_another_thread()
    {
        Co.Run(async Coroutine () =>
        {
            Fiber endless = Co.Spawn(async Coroutine () =>
            {
                while (true) await Co.YieldAsync();
            });
            await Task.Run(() => { });
            await endless.KillAsync();
        });
    }

    [Fact]
    public void L4_endless_yields_do_not_starve_another_thread_in_virtual_time_either() =>
        Virtual.Run(async Coroutine () =>
        {
            bool hasCome = false;
            Co.Spawn(async Coroutine () =>
            {
                await Task.Run(static () => { });
                hasCome = true;
            });
            for (int i = 0; !hasCome; i++)
            {
                Assert.NotEqual(20_000_000, i);
                await Co.YieldAsync();
            }
        });

    [Fact]
    public void L5_yielding_goes_to_the_back_of_the_queue_so_two_alternate_strictly()
    {
        Run(async Coroutine () => await Co.JoinAllAsync(Co.Spawn(SayTwice, "a"), Co.Spawn(SayTwice, "b")));
        _log.ShouldBe("a1 b1 a2 b2");
    }

    [Fact]
    public void L5_a_sleep_of_zero_is_a_yield_and_takes_no_time()
    {
        TimeSpan elapsed = Run(async Coroutine () => await Co.JoinAllAsync(Co.Spawn(Zero, "a"), Co.Spawn(Zero, "b")));
        _log.ShouldBe("a1 b1 a2 b2");
        Assert.Equal(TimeSpan.Zero, elapsed);

        async Coroutine Zero(string name)
        {
            _log.Add(name + 1);
            await Co.SleepAsync(0);
            _log.Add(name + 2);
        }
    }

    [Fact]
    public void L5_a_sleep_is_never_early_even_after_long_work()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            TimeSpan before = clock.Elapsed;
            await Co.SleepAsync(Ms(5));
            Assert.InRange(clock.Elapsed - before, Ms(5), Ms(6));
        });
    }

    [Fact]
    public void L6_timers_of_one_duration_fire_in_the_order_in_which_they_were_armed()
    {
        Run(async Coroutine () =>
        {
            Fiber[] fibers = [.. Enumerable.Range(0, 100).Select(i => Co.Spawn(async Coroutine (int i) =>
            {
                await Co.SleepAsync(70);
                _log.Add(i);
            }, i))];
            await Co.JoinAllAsync(fibers);
        });
        _log.ShouldBe(string.Join(' ', Enumerable.Range(0, 100)));
    }

    [Fact]
    public void L7_what_is_awaited_wins_over_a_timeout_that_is_due_in_the_same_pass()
    {
        Run(async Coroutine () =>
        {
            Fiber sleeper = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
            Assert.True(await sleeper.JoinAsync(Ms(10)));
        });

        // The same with the timeout armed first.
        Run(async Coroutine () =>
        {
            Fiber late = default;
            Fiber joiner = Co.Spawn(async Coroutine () =>
            {
                late = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
                _log.Add(await late.JoinAsync(Ms(10)));
            });
            await joiner.JoinAsync();
        });
        _log.ShouldBe("True");
    }

    [Fact]
    public void L8_those_who_join_a_fiber_are_woken_in_the_order_in_which_they_came()
    {
        Run(async Coroutine () =>
        {
            Fiber awaited = Co.Spawn(async Coroutine () => await Co.SleepAsync(5));
            Fiber[] joiners = [.. "abc".Select(name => Co.Spawn(async Coroutine (char name) =>
            {
                await awaited.JoinAsync();
                _log.Add(name);
            }, name))];
            await Co.JoinAllAsync(joiners);
        });
        _log.ShouldBe("a b c");
    }

    [Fact]
    public void L9_who_runs_sees_the_end_of_a_fiber_before_those_who_were_woken_by_it()
    {
        Run(async Coroutine () =>
        {
            Fiber awaited = Co.Spawn(async Coroutine () => await Co.YieldAsync());
            Co.Spawn(async Coroutine () =>
            {
                await awaited.JoinAsync();
                _log.Add("waiter");
            });
            Co.Spawn(async Coroutine () =>
            {
                while (!awaited.IsFinished) await Co.YieldAsync();
                await awaited.JoinAsync();
                _log.Add("barger");
            });
            await Co.SleepAsync(1);
        });
        _log.ShouldBe("barger waiter");
    }
}
