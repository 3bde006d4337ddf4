namespace CoGen.Tests;

public class GreenletTests
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
    public void A_parent_that_has_not_begun_begins_with_the_childs_result()
    {
        Greenlet parent = new((object? value) => (object?)$"parent got {value}");
        Greenlet child = new(() => (object?)"result") { Parent = parent };
        Assert.Equal("parent got result", child.Switch());
        Assert.True(parent.IsDead);
    }

    [Fact]
    public void Parents_make_no_cycle_and_the_root_has_none()
    {
        Greenlet root = Greenlet.Current;
        Greenlet parent = new(() => { });
        Greenlet child = new(() => { }) { Parent = parent };
        Assert.Same(root, parent.Parent);
        Assert.Null(root.Parent);
        Assert.Throws<ArgumentException>(() => parent.Parent = child);
        Assert.Throws<ArgumentException>(() => parent.Parent = parent);
        Assert.Throws<InvalidOperationException>(() => root.Parent = parent);
    }

    [Fact]
    public void A_sleep_in_a_greenlet_lets_fibers_run_but_no_other_greenlet()
    {
        Virtual.Run(async Coroutine () =>
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
    public void Each_fiber_has_a_tree_of_its_own() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet mine = new(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync());
            await mine.SwitchAsync();
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SwitchAsync().AsTask());
                Assert.Contains("another fiber", error.Message);
            });
            await other;
            await mine.SwitchAsync();
            Assert.True(mine.IsDead);
        });

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
    public void A_generator_is_two_greenlets()
    {
        Assert.Equal([0, 1, 4, 9], Squares(4));

        static IEnumerable<int> Squares(int count)
        {
            Greenlet consumer = Greenlet.Current;
            Greenlet producer = new(async Coroutine () =>
            {
                for (int i = 0; i < count; i++) await consumer.SwitchAsync(i * i);
            });
            while (true)
            {
                object? value = producer.Switch();
                if (producer.IsDead) yield break;
                yield return (int)value!;
            }
        }
    }

    [Fact]
    public void A_greenlet_begins_only_in_the_fiber_of_its_parent() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet mine = new(() => { });
            await Co.Spawn(async Coroutine () =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SwitchAsync().AsTask());
                await Assert.ThrowsAsync<InvalidOperationException>(() => mine.ThrowAsync().AsTask());
            });
            await mine.SwitchAsync();
            Assert.True(mine.IsDead);
        });

    [Fact]
    public void Throw_kills_the_ancestors_that_have_not_begun()
    {
        Greenlet parent = new(() => _log.Add("ran"));
        Greenlet child = new(() => _log.Add("ran")) { Parent = parent };
        Assert.Throws<FormatException>(() => child.Throw(new FormatException()));
        Assert.True(parent.IsDead);
        _log.ShouldBe("");
    }
}
