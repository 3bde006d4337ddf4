using System.Runtime.CompilerServices;

namespace CoGen.Tests;

public class GreenletDisposeTests
{
    private readonly Log _log = new();

    private Greenlet Suspended(string name = "greenlet", bool ignores = false, Exception? fails = null)
    {
        Greenlet root = Greenlet.Current;
        Greenlet greenlet = new(async Coroutine () =>
        {
            try
            {
                await root.SwitchAsync();
            }
            catch (GreenletExitException) when (ignores)
            {
                _log.Add("ignored");
                await root.SwitchAsync();
                _log.Add("went-on");
            }
            finally
            {
                _log.Add("finally");
                if (fails is not null) throw fails;
            }
        })
        { Name = name };
        greenlet.Switch();
        return greenlet;
    }

    [Fact]
    public void Dispose_runs_the_finally_blocks_and_comes_back()
    {
        using (Greenlet greenlet = Suspended()) _log.Add("body");
        _log.ShouldBe("body finally");
    }

    [Fact]
    public void Dispose_comes_back_to_its_caller_whoever_the_parent_is()
    {
        Greenlet greenlet = Suspended();
        Greenlet parent = new(() => _log.Add("parent"));
        greenlet.Parent = parent;
        greenlet.Dispose();
        Assert.True(greenlet.IsDead);
        Assert.Same(parent, greenlet.Parent);
        _log.ShouldBe("finally");
    }

    [Fact]
    public void A_descendant_can_dispose_of_its_ancestor() => Virtual.Run(async Coroutine () =>
    {
        Greenlet ancestor = new(async Coroutine () =>
        {
            Greenlet me = Greenlet.Current;
            Greenlet child = new(async Coroutine () =>
            {
                await me.DisposeAsync();
                _log.Add("child");
                Assert.True(me.IsDead);
            });
            try
            {
                await child.SwitchAsync();
            }
            finally
            {
                // Ancestors are walked here.
                using Greenlet another = new(() => { }) { Parent = child };
                _log.Add("ancestor");
            }
        });
        await ancestor.SwitchAsync();
        _log.ShouldBe("ancestor child");
    });

    [Fact]
    public void Finally_blocks_may_wait() => Virtual.Run(async Coroutine () =>
    {
        Greenlet root = Greenlet.Current;
        await using (Greenlet greenlet = new(async Coroutine () =>
        {
            try
            {
                await root.SwitchAsync();
            }
            finally
            {
                await Co.SleepAsync(5);
                _log.Add("finally");
            }
        }))
        {
            await greenlet.SwitchAsync();
        }

        _log.Add("root");
        _log.ShouldBe("finally root");
    });

    [Fact]
    public void One_that_has_not_begun_never_runs_and_a_dead_one_stays_dead()
    {
        Greenlet unstarted = new(() => _log.Add("ran"));
        unstarted.Dispose();
        unstarted.Dispose();
        Assert.True(unstarted.IsDead);
        Assert.Equal("on", unstarted.Switch("on"));
        _log.ShouldBe("");
    }

    [Fact]
    public void One_that_catches_the_exit_and_switches_back_lives_on()
    {
        Greenlet greenlet = Suspended(ignores: true);
        greenlet.Dispose();
        Assert.True(greenlet.IsSuspended);
        greenlet.Switch();
        Assert.True(greenlet.IsDead);
        _log.ShouldBe("ignored went-on finally");
    }

    [Fact]
    public void Another_error_is_reported_and_not_thrown()
    {
        FormatException error = new();
        Greenlet greenlet = Suspended(fails: error);
        List<GreenletErrorEventArgs> reports = ReportsWhile(greenlet.Name, () => greenlet.Dispose());
        GreenletErrorEventArgs report = Assert.Single(reports);
        Assert.Same(error, report.Error);
        Assert.Same(greenlet, report.Greenlet);
        Assert.True(greenlet.IsDead);
    }

    [Fact]
    public void An_error_that_somebody_else_throws_meanwhile_is_thrown()
    {
        Greenlet root = Greenlet.Current;
        Greenlet greenlet = new(async Coroutine () =>
        {
            try
            {
                await root.SwitchAsync();
            }
            finally
            {
                await root.ThrowAsync(new FormatException());
            }
        });
        greenlet.Switch();
        Assert.Throws<FormatException>(greenlet.Dispose);
        Assert.True(greenlet.IsSuspended);
        greenlet.Dispose();
    }

    [Fact]
    public void A_kill_during_the_clean_up_is_for_the_whole_fiber()
    {
        Fiber fiber = default;
        Virtual.Run(async Coroutine () =>
        {
            fiber = Co.Spawn(async Coroutine () =>
            {
                Greenlet root = Greenlet.Current;
                Greenlet greenlet = new(async Coroutine () =>
                {
                    try
                    {
                        await root.SwitchAsync();
                    }
                    finally
                    {
                        await Co.SleepAsync(1000);
                    }
                });
                await greenlet.SwitchAsync();
                await greenlet.DisposeAsync();
                _log.Add("not reached");
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
        });
        Assert.Equal(FiberState.Killed, fiber.State);
        _log.ShouldBe("");
    }

    [Fact]
    public void A_kill_that_is_pending_does_not_get_in_the_way()
    {
        Fiber fiber = default;
        Virtual.Run(async Coroutine () =>
        {
            fiber = Co.Spawn(async Coroutine () =>
            {
                Greenlet root = Greenlet.Current;
                Greenlet greenlet = new(async Coroutine () =>
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
                await greenlet.SwitchAsync();
                Co.Current!.Value.Cancel();
                await greenlet.DisposeAsync();
                _log.Add("disposed");
                await Co.YieldAsync();
                await Co.SleepAsync(1);
                _log.Add("not reached");
            });
            await fiber.JoinAsync();
        });
        Assert.Equal(FiberState.Killed, fiber.State);
        _log.ShouldBe("finally disposed");
    }

    [Fact]
    public void The_one_in_control_is_thrown_out_and_a_root_is_not_disposed_of()
    {
        Greenlet greenlet = new(async Coroutine () =>
        {
            await Greenlet.Current.DisposeAsync();
            _log.Add("not reached");
        });
        Assert.IsType<GreenletExitException>(greenlet.Switch());
        Assert.Throws<InvalidOperationException>(Greenlet.Current.Dispose);
        _log.ShouldBe("");
    }

    [Fact]
    public void Dispose_is_refused_in_a_fiber_only_where_it_would_wait() => Virtual.Run(async Coroutine () =>
    {
        Greenlet greenlet = new(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync());
        await greenlet.SwitchAsync();
        Assert.Throws<BlockingCallException>(greenlet.Dispose);
        await greenlet.DisposeAsync();
        greenlet.Dispose();
        new Greenlet(() => { }).Dispose();
    });

    [Fact]
    public void One_that_is_dropped_while_suspended_is_reported_and_not_run()
    {
        List<GreenletErrorEventArgs> reports = ReportsWhile("dropped", () =>
        {
            Drop(() => Suspended("dropped"));
            Collect();
        });
        GreenletErrorEventArgs report = Assert.Single(reports);
        GreenletOrphanedException error = Assert.IsType<GreenletOrphanedException>(report.Error);
        Assert.Contains("greenlet 'dropped'", error.Message);
        Assert.Contains("suspended in GreenletDisposeTests.Suspended", error.Message);
        _log.ShouldBe("");

        // A handler may keep it, to have it disposed of where it belongs.
        report.Greenlet.Dispose();
        _log.ShouldBe("finally");
    }

    [Fact]
    public void A_cycle_through_a_suspended_stack_is_found_too()
    {
        List<GreenletErrorEventArgs> reports = ReportsWhile("cycle", () =>
        {
            Drop(() =>
            {
                Greenlet root = Greenlet.Current;
                Greenlet itself = null!;
                itself = new Greenlet(async Coroutine () =>
                {
                    Greenlet local = itself;
                    await root.SwitchAsync();
                    GC.KeepAlive(local);
                })
                { Name = "cycle" };
                itself.Switch();
            });
            Collect();
        });
        Assert.IsType<GreenletOrphanedException>(Assert.Single(reports).Error);
    }

    [Fact]
    public void It_is_found_also_when_its_frames_were_used_before()
    {
        for (int i = 0; i < 3; i++) Suspended().Dispose();
        List<GreenletErrorEventArgs> reports = ReportsWhile("reused", () =>
        {
            Drop(() => Suspended("reused"));
            Collect();
        });
        Assert.Single(reports);
    }

    [Fact]
    public void One_that_has_ended_was_disposed_of_or_never_began_is_not_reported()
    {
        List<GreenletErrorEventArgs> reports = ReportsWhile("fine", () =>
        {
            Drop(() => Suspended("fine").Switch());
            Drop(() => Suspended("fine").Dispose());
            Drop(() => new Greenlet(() => { }) { Name = "fine" });
            Collect();
        });
        Assert.Empty(reports);
    }

    [Fact]
    public void A_child_keeps_its_parent()
    {
        Greenlet child = null!;
        List<GreenletErrorEventArgs> reports = ReportsWhile("parent", () =>
        {
            Drop(() => child = new Greenlet(() => { }) { Parent = Suspended("parent") });
            Collect();
        });
        Assert.Empty(reports);
        child.Switch();
        _log.ShouldBe("finally");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Action action) => action();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Func<object?> make) => make();

    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>The event is the whole process's, and other tests drop greenlets too.</summary>
    private static List<GreenletErrorEventArgs> ReportsWhile(string name, Action action)
    {
        List<GreenletErrorEventArgs> reports = [];
        void Handle(object? sender, GreenletErrorEventArgs e)
        {
            if (e.Greenlet.Name != name) return;
            lock (reports) reports.Add(e);
        }

        Greenlet.UnobservedException += Handle;
        try
        {
            action();
        }
        finally
        {
            Greenlet.UnobservedException -= Handle;
        }

        return reports;
    }
}
