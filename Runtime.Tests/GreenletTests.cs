namespace CoGen.Tests;

public class GreenletTests : Staged
{
    private readonly Log _log = new();

    [Fact]
    public void Three_greenlets_that_switch_in_a_ring_take_turns()
    {
        Greenlet[] ring = new Greenlet[3];
        for (int i = 0; i < 3; i++)
        {
            int me = i;
            ring[i] = new Greenlet(async Coroutine () =>
            {
                for (int round = 0; round < 5; round++)
                {
                    _log.Add("ABC"[me] + round.ToString());
                    await ring[(me + 1) % 3].SwitchAsync();
                }
            });
        }

        ring[0].Switch();
        _log.ShouldBe("A0 B0 C0 A1 B1 C1 A2 B2 C2 A3 B3 C3 A4 B4 C4");
        Assert.True(ring[0].IsDead);
        Assert.False(ring[1].IsDead);
    }

    [Fact]
    public void Values_pass_both_ways_and_the_result_goes_to_the_parent()
    {
        Greenlet root = Greenlet.Current;
        Greenlet adder = new(async Coroutine<object?> (object? first) =>
        {
            int sum = (int)first!;
            while (await root.SwitchAsync(sum) is int more) sum += more;
            return $"total {sum}";
        });
        Assert.Equal(1, adder.Switch(1));
        Assert.Equal(3, adder.Switch(2));
        Assert.Equal(6, adder.Switch(3));
        Assert.Equal("total 6", adder.Switch("stop"));
        Assert.True(adder.IsDead);
    }

    [Fact]
    public void A_switch_to_the_dead_goes_to_the_nearest_living_ancestor_and_to_oneself_returns_at_once()
    {
        Greenlet dead = new(() => { });
        dead.Switch();
        Assert.True(dead.IsDead);
        Assert.Equal("back", dead.Switch("back"));
        Assert.Equal("self", Greenlet.Current.Switch("self"));
    }

    [Fact]
    public void An_error_goes_to_the_parent()
    {
        Greenlet failing = new(async Coroutine () =>
        {
            await Co.YieldAsync();
            throw new FormatException("child");
        });
        Assert.Equal("child", Assert.Throws<FormatException>(() => failing.Switch()).Message);
        Assert.True(failing.IsDead);
    }

    [Fact]
    public void Throw_raises_at_the_pending_switch()
    {
        Greenlet root = Greenlet.Current;
        Greenlet catching = new(async Coroutine<object?> () =>
        {
            try
            {
                await root.SwitchAsync("ready");
                return "not reached";
            }
            catch (FormatException error)
            {
                return error.Message;
            }
        });
        Assert.Equal("ready", catching.Switch());
        Assert.Equal("thrown", catching.Throw(new FormatException("thrown")));
    }

    [Fact]
    public void Throw_without_an_error_ends_the_greenlet_and_is_no_error()
    {
        Greenlet root = Greenlet.Current;
        Greenlet ending = new(async Coroutine () =>
        {
            try
            {
                await root.SwitchAsync();
            }
            finally
            {
                _log.Add("finally");
            }
        });
        ending.Switch();
        Assert.IsType<GreenletExitException>(ending.Throw());
        Assert.True(ending.IsDead);
        _log.ShouldBe("finally");
    }

    [Fact]
    public void Throw_into_one_that_has_not_begun_kills_it_unrun()
    {
        Greenlet unstarted = new(() => _log.Add("ran"));
        Assert.IsType<GreenletExitException>(unstarted.Throw());
        Assert.True(unstarted.IsDead);
        Greenlet another = new(() => _log.Add("ran"));
        Assert.Throws<FormatException>(() => another.Throw(new FormatException()));
        _log.ShouldBe("");
    }

    [Fact]
    public void A_sleep_in_a_greenlet_lets_fibers_run_but_no_other_greenlet()
    {
        Run(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () =>
            {
                await Co.SleepAsync(1);
                _log.Add("fiber");
            });
            Greenlet root = Greenlet.Current;
            Greenlet sleeper = new(async Coroutine () =>
            {
                await Co.SleepAsync(2);
                _log.Add("sleeper");
                await root.SwitchAsync();
            });
            await sleeper.SwitchAsync();
            _log.Add("root");
        });
        _log.ShouldBe("fiber sleeper root");
    }

    [Fact]
    public void A_hundred_thousand_greenlets_in_a_chain_pass_a_value_along()
    {
        const int Length = 100_000;
        Greenlet next = new((object? value) => value);
        for (int i = 1; i < Length; i++)
        {
            Greenlet target = next;
            next = new Greenlet(async Coroutine<object?> (object? value) => await target.SwitchAsync((int)value! + 1)) { Parent = Greenlet.Current };
        }

        Assert.Equal(Length - 1, next.Switch(0));
    }

    [Fact]
    public void Several_values_pass_as_a_tuple_and_no_value_as_null()
    {
        Greenlet root = Greenlet.Current;
        Greenlet echo = new(async Coroutine<object?> (object? value) =>
        {
            while (true) value = await root.SwitchAsync(value is (int n, string s) ? (s, n) : value);
        });
        Assert.Equal(("a", 1), echo.Switch((1, "a")));
        Assert.Null(echo.Switch());
        Assert.Null(new Greenlet((object? value) => value).Switch());
        echo.Dispose();
    }

    [Fact]
    public void Every_kind_of_body_takes_the_first_value_and_gives_its_result()
    {
        object? got = null;
        Greenlet[] withResult =
        [
            new(() => (object?)"r"), new((object? value) => (object?)(got = value)),
            new(async Coroutine<object?> () => { await Co.YieldAsync(); return "r"; }),
            new(async Coroutine<object?> (object? value) => { await Co.YieldAsync(); return got = value; }),
        ];
        Assert.Equal(["r", "in", "r", "in"], withResult.Select(greenlet => greenlet.Switch("in")));

        Greenlet[] without =
        [
            new(() => { }), new((object? value) => { got = value; }),
            new(async Coroutine () => await Co.YieldAsync()), new(async Coroutine (object? value) => { await Co.YieldAsync(); got = value; }),
        ];
        foreach (Greenlet greenlet in without)
        {
            got = null;
            Assert.Null(greenlet.Switch("in"));
            Assert.Equal(greenlet == without[1] || greenlet == without[3] ? "in" : null, got);
        }
    }

    [Fact]
    public void A_greenlet_needs_a_body() => Assert.Throws<ArgumentNullException>(() => new Greenlet((Func<Coroutine>)null!));

    [Fact]
    public void A_throw_at_the_dead_comes_out_at_the_nearest_living_ancestor()
    {
        Greenlet dead = new(() => { });
        dead.Switch();
        GreenletExitException exit = new();
        Assert.Same(exit, dead.Throw(exit));
        Assert.Throws<FormatException>(() => { dead.Throw(new FormatException()); });
        Assert.Throws<FormatException>(() => { Greenlet.Current.Throw(new FormatException()); });
    }

    [Fact]
    public void The_thrown_error_is_the_same_object_at_the_other_end()
    {
        FormatException error = new();
        Greenlet unstarted = new(() => { });
        Assert.Same(error, Assert.Throws<FormatException>(() => unstarted.Throw(error)));
        Greenlet failing = new(async Coroutine<object?> (object? value) => throw (Exception)value!);
        Assert.Same(error, Assert.Throws<FormatException>(() => failing.Switch(error)));
    }

    [Fact]
    public void T23_A_child_knows_nothing_of_its_parents_error_and_the_parent_keeps_it()
    {
        Greenlet root = Greenlet.Current;
        Greenlet child = new(async Coroutine () =>
        {
            await root.SwitchAsync();
            try
            {
                throw new FormatException("child's");
            }
            catch (FormatException)
            {
                await root.SwitchAsync();
                _log.Add("handled");
            }
        });
        void Handling()
        {
            try
            {
                throw new InvalidOperationException("parent's");
            }
            catch (InvalidOperationException)
            {
                for (int i = 0; i < 3; i++) child.Switch();
                throw;
            }
        }

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(Handling);
        Assert.Equal("parent's", thrown.Message);
        Assert.Null(thrown.InnerException);
        _log.ShouldBe("handled");
    }

    [Fact]
    public void A_greenlet_that_waits_stays_in_control_and_takes_the_kill()
    {
        Fiber fiber = default;
        Run(async Coroutine () =>
        {
            fiber = Co.Spawn(async Coroutine () =>
            {
                Greenlet sleeper = new(async Coroutine () =>
                {
                    try
                    {
                        await Co.SleepAsync(1000);
                    }
                    catch (FiberKilledException)
                    {
                        _log.Add("greenlet");
                        throw;
                    }
                });
                try
                {
                    await sleeper.SwitchAsync();
                }
                catch (FiberKilledException)
                {
                    _log.Add("root");
                    throw;
                }
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
        });
        Assert.Equal(FiberState.Killed, fiber.State);
        _log.ShouldBe("greenlet root");
    }

    [Fact]
    public void In_whatever_order_fibers_run_their_greenlets_keep_theirs()
    {
        Exploration exploration = TestScheduler.Explore(async Coroutine () =>
        {
            static async Coroutine<string> Turns()
            {
                List<string> log = [];
                Greenlet root = Greenlet.Current;
                Greenlet a = null!, b = null!;
                a = new Greenlet(async Coroutine () =>
                {
                    log.Add("a1");
                    await b.SwitchAsync();
                    log.Add("a2");
                    await Co.YieldAsync();
                    await root.SwitchAsync();
                });
                b = new Greenlet(async Coroutine () =>
                {
                    await Co.YieldAsync();
                    log.Add("b1");
                    await a.SwitchAsync();
                    log.Add("b2");
                });
                await a.SwitchAsync();
                log.Add("root");
                await b.SwitchAsync();
                await a.DisposeAsync();
                return string.Join(' ', log);
            }

            Fiber<string> one = Co.Spawn(Turns), two = Co.Spawn(Turns);
            Assert.Equal("a1 b1 a2 root b2", await one);
            Assert.Equal("a1 b1 a2 root b2", await two);
        });
        Assert.True(exploration.IsComplete);
        Assert.InRange(exploration.Runs, 2, int.MaxValue);
    }

    [Fact]
    public void A_switch_is_awaited_before_the_next_one() =>
        Run(async Coroutine () =>
        {
            Greenlet first = new(() => _log.Add("first"));
            Greenlet second = new(() => _log.Add("second"));
            Coroutine<object?> pending = first.SwitchAsync();
            Assert.Contains("await a switch", Assert.Throws<InvalidOperationException>(() => { second.SwitchAsync(); }).Message);
            await pending;
            await second.SwitchAsync();
            _log.ShouldBe("first second");
        });

    [Fact]
    public void A_switch_that_is_awaited_late_has_returned_by_then() =>
        Run(async Coroutine () =>
        {
            Greenlet root = Greenlet.Current;
            Greenlet child = new(async Coroutine<object?> () =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => root.SwitchAsync().AsTask());
                return "result";
            });
            Coroutine<object?> pending = child.SwitchAsync();
            await Co.SleepAsync(1);
            Assert.True(child.IsDead);
            Assert.Equal("result", await pending);
            Assert.Equal("again", await new Greenlet((object? value) => value).SwitchAsync("again"));
        });

    [Fact]
    public void A_body_that_ends_without_awaiting_its_switch_is_reported()
    {
        LoopScheduler loop = new(Virtual.Clock());
        List<Exception> reported = [];
        loop.FiberFailed += (_, e) => reported.Add(e.Error);
        loop.Run(async Coroutine () =>
        {
            Greenlet root = Greenlet.Current;
            Greenlet careless = new(async Coroutine () => { root.SwitchAsync("early"); });
            Assert.Equal("early", await careless.SwitchAsync());
        });
        Assert.Contains("did not await its switch", Assert.IsType<InvalidOperationException>(Assert.Single(reported)).Message);
    }

    [Fact]
    public async Task Async_code_outside_any_fiber_cannot_switch() =>
        Assert.Contains("outside any fiber", (await Assert.ThrowsAsync<InvalidOperationException>(() => new Greenlet(() => { }).SwitchAsync().AsTask())).Message);
}
