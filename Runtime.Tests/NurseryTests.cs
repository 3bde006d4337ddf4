namespace CoGen.Tests;

public class NurseryTests : Staged
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void It_ends_when_all_its_fibers_have_ended_and_returns_the_result_of_its_body()
    {
        Log log = new();
        TimeSpan took = Run(async () =>
        {
            int result = await Nursery.RunAsync(async nursery =>
            {
                nursery.Spawn(async (name, seconds) =>
                {
                    await Co.SleepAsync(seconds * s_second);
                    log.Add(name);
                }, "slow", 2);
                Fiber<int> child = nursery.Spawn(async () =>
                {
                    await Co.SleepAsync(s_second);
                    return 41;
                });
                Assert.Equal(2, nursery.Count);
                return await child + 1;
            });
            log.Add(result);
        });
        log.ShouldBe("slow 42");
        Assert.Equal(2 * s_second, took);
    }

    [Fact]
    public void A_child_that_fails_kills_its_siblings_and_interrupts_the_body()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            FormatException error = await Assert.ThrowsAsync<FormatException>(async () => await Nursery.RunAsync(async nursery =>
            {
                nursery.Spawn(Sleeper, log, "sibling");
                nursery.Spawn(Fail, new FormatException("first"));
                nursery.Spawn(Sleeper, log, "other");
                await Sleeper(log, "body");
            }));
            Assert.Equal("first", error.Message);
        });
        log.ShouldBe("sibling:FiberKilledException other:FiberKilledException body:FiberKilledException");
    }

    [Fact]
    public void It_waits_for_the_clean_up_of_those_it_kills()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            await Assert.ThrowsAsync<FormatException>(async () => await Nursery.RunAsync(async Coroutine (nursery) =>
            {
                nursery.Spawn(async () =>
                {
                    try { await Co.SleepAsync(10 * s_second); }
                    finally { await Co.SleepAsync(3 * s_second); }
                });
                await Co.YieldAsync();
                throw new FormatException("the body");
            }));
        });
        Assert.Equal(3 * s_second, took);
    }

    [Fact]
    public void All_errors_are_collected_in_their_order()
    {
        Run(async () =>
        {
            // What was killed before its first turn would not begin.
            CoEvent begun = new();
            AggregateException errors = await Assert.ThrowsAsync<AggregateException>(async () => await Nursery.RunAsync(async nursery =>
            {
                nursery.Spawn(async () =>
                {
                    try
                    {
                        begun.Set();
                        await Co.SleepAsync(10 * s_second);
                    }
                    finally { throw new InvalidOperationException("second"); }
                });
                nursery.Spawn(async () =>
                {
                    await begun.WaitAsync();
                    throw new FormatException("first");
                });
            }));
            Assert.Equal(["first", "second"], errors.InnerExceptions.Select(error => error.Message));
        });
    }

    [Fact]
    public void A_kill_of_its_parent_kills_all_waits_for_them_and_passes()
    {
        Log log = new();
        Run(async () =>
        {
            Fiber parent = Co.Spawn(() => Nursery.RunAsync(async nursery => { nursery.Spawn(Sleeper, log, "child"); }));
            await Co.SleepAsync(1);
            await Co.SleepAsync(1);
            await parent.KillAsync();
            log.Add(parent.State);
        });
        log.ShouldBe("child:FiberKilledException Killed");
    }

    [Fact]
    public void A_timeout_around_it_kills_all_and_passes_as_itself()
    {
        Log log = new();
        TimeSpan took = Run(async () =>
        {
            using TimeoutScope limit = Co.TimeoutAfter(s_second);
            ScopeTimeoutException? error = null;
            try
            {
                await Nursery.RunAsync(async nursery => { nursery.Spawn(Sleeper, log, "child"); });
            }
            catch (ScopeTimeoutException timeout)
            {
                error = timeout;
            }

            Assert.Same(limit, error!.Scope);
        });
        log.ShouldBe("child:FiberKilledException");
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void A_child_killed_by_hand_is_no_failure()
    {
        Run(async () => await Nursery.RunAsync(async nursery =>
        {
            Fiber child = nursery.Spawn(() => Co.SleepAsync(s_second));
            await Co.SleepAsync(1);
            await child.KillAsync();
            Assert.False(nursery.IsCancelled);
        }));
    }

    [Fact]
    public void Cancelled_it_ends_without_an_error()
    {
        Log log = new();
        TimeSpan took = Virtual.Run(async () =>
        {
            await Nursery.RunAsync(async nursery =>
            {
                nursery.Spawn(Sleeper, log, "child");
                await Co.YieldAsync();
                nursery.Cancel();
                nursery.Spawn(Sleeper, log, "late");
                await Sleeper(log, "body");
            });
            await Assert.ThrowsAsync<FiberKilledException>(async () => await Nursery.RunAsync(async nursery =>
            {
                nursery.Cancel();
                await Co.SleepAsync(s_second);
                return 1;
            }));
        });
        log.ShouldBe("body:FiberKilledException child:FiberKilledException");
        Assert.Equal(TimeSpan.Zero, took);
    }

    [Fact]
    public void Ended_it_takes_nothing_in()
    {
        Run(async () =>
        {
            Nursery? escaped = null;
            await Nursery.RunAsync(async nursery => { escaped = nursery; });
            Assert.Throws<InvalidOperationException>(() => { escaped!.Spawn(() => Co.SleepAsync(1)); });
            await Co.SleepAsync(1);
        });
    }

    [Fact]
    public void What_fails_during_a_cancellation_from_outside_is_reported()
    {
        LoopScheduler loop = new(Virtual.Clock());
        List<string> reported = [];
        loop.FiberFailed += (_, failed) => reported.Add(failed.Error.Message);
        loop.Run(async () =>
        {
            Fiber parent = Co.Spawn(() => Nursery.RunAsync(async nursery => nursery.Spawn(async () =>
            {
                try { await Co.SleepAsync(s_second); }
                finally { throw new FormatException("in clean-up"); }
            })));
            await Co.YieldAsync();
            await Co.YieldAsync();
            await parent.KillAsync();
            Assert.Equal(FiberState.Killed, parent.State);
        });
        Assert.Equal(["in clean-up"], reported);
    }

    [Fact]
    public void Nurseries_nest()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            await Assert.ThrowsAsync<FormatException>(async () => await Nursery.RunAsync(async outer =>
            {
                outer.Spawn(Sleeper, log, "outer");
                await Nursery.RunAsync(async inner =>
                {
                    inner.Spawn(Sleeper, log, "inner");
                    await Co.YieldAsync();
                    outer.Spawn(Fail, new FormatException());
                });
            }));
        });
        log.ShouldBe("outer:FiberKilledException inner:FiberKilledException");
    }

    [Fact]
    public void A_hundred_thousand_short_children_are_not_kept()
    {
        Virtual.Run(async () => await Nursery.RunAsync(async nursery =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                nursery.Spawn(() => default(Coroutine));
                if (i % 10 == 0) await Co.YieldAsync();
                if (i % 1000 == 0) Assert.InRange(nursery.Count, 0, 10);
            }
        }));
    }

    [Fact]
    public void In_no_order_of_turns_is_a_fiber_left_behind()
    {
        TestScheduler.Explore(async () =>
        {
            int alive = 0;
            await Assert.ThrowsAnyAsync<Exception>(async () => await Nursery.RunAsync(async nursery =>
            {
                for (int i = 0; i < 2; i++) nursery.Spawn(Lives, nursery);
                await Co.YieldAsync();
                nursery.Spawn(Fail, new FormatException());
            }));
            Assert.Equal(0, alive);

            async Coroutine Lives(Nursery nursery)
            {
                alive++;
                try
                {
                    await Co.YieldAsync();
                    nursery.Spawn(() => Co.SleepAsync(s_second));
                    await Co.SleepAsync(s_second);
                }
                finally
                {
                    await Co.YieldAsync();
                    alive--;
                }
            }
        });
    }

    [Fact]
    public void Plain_code_opens_one()
    {
        bool ran = false;
        Nursery.Run(nursery => { nursery.Spawn(async () => { await Co.YieldAsync(); ran = true; }); });
        Assert.True(ran);
        Assert.Equal(1, Nursery.Run(nursery => 1));
    }

    private static async Coroutine Sleeper(Log log, string name)
    {
        try
        {
            await Co.SleepAsync(10 * s_second);
        }
        catch (Exception error)
        {
            log.Add($"{name}:{error.GetType().Name}");
            throw;
        }
    }

    private static async Coroutine Fail(Exception error)
    {
        await Co.YieldAsync();
        throw error;
    }
}
