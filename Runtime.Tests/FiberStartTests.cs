using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class FiberStartTests : Staged
{
    private readonly Log _log = new();

    private async Coroutine Body()
    {
        _log.Add("ran");
        await Co.YieldAsync();
    }

    [Fact]
    public void T01_the_states_of_a_fiber_from_its_creation_to_its_end() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber<int> fiber = Co.Create(async Coroutine<int> () =>
            {
                await Co.SleepAsync(10);
                return 5;
            });
            List<Fiber> told = [];
            fiber.OnEndInline(ended => told.Add(ended));
            Check(FiberState.Unstarted);
            await Co.SleepAsync(10);
            Check(FiberState.Unstarted);
            fiber.Start();
            Check(FiberState.Created);
            await Co.SleepAsync(1);
            Check(FiberState.Waiting);
            await Co.SleepAsync(11);
            Assert.Equal(FiberState.Succeeded, fiber.State);
            Assert.True(fiber.IsFinished);
            Assert.Null(fiber.Exception);
            Assert.Equal(5, fiber.Result);
            Assert.Equal(fiber, Assert.Single(told));

            void Check(FiberState state)
            {
                Assert.Equal(state, fiber.State);
                Assert.False(fiber.IsFinished);
                Assert.Null(fiber.Exception);
                Assert.Empty(told);
            }
        });

    [Fact]
    public void T02_an_error_is_kept_as_the_same_instance() =>
        RunFailing(async Coroutine () =>
        {
            FormatException error = new() { Data = { ["more"] = 1 } };
            Fiber fiber = Co.Spawn(async Coroutine () => throw error);
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Failed, fiber.State);
            Assert.Same(error, fiber.Exception);
            Assert.Equal(1, fiber.Exception!.Data["more"]);
        });

    [Fact]
    public void T03_nothing_to_run_is_refused_at_the_call()
    {
        Assert.Throws<ArgumentNullException>(() => Co.Create((Action)null!));
        Assert.Throws<ArgumentNullException>(() => Co.Create((Func<Coroutine<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => Co.SpawnAfter(Ms(1), (Func<Coroutine>)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Co.SpawnAfter(Ms(-2), Body));
    }

    [Fact]
    public void T04_a_fiber_starts_once() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Create(Body).Start().Start().StartAfter(Ms(1));
            await fiber.JoinAsync();
            fiber.Start();
            Co.Spawn(Body).Start();
            await Co.SleepAsync(10);
            _log.ShouldBe("ran ran");
        });

    [Fact]
    public void A_fiber_may_be_started_for_later_and_from_another_thread() =>
        Run(async Coroutine () =>
        {
            Fiber later = Co.Create(Body).StartAfter(Ms(5));
            await Co.SleepAsync(4);
            _log.ShouldBe("");
            await later.JoinAsync();

            Fiber<int> elsewhere = Co.Create(async Coroutine<int> (int a, int b) => a + b, 1, 2);
            await Task.Run(() => elsewhere.Start());
            Assert.Equal(3, await elsewhere);
        });

    public enum Start
    {
        Unstarted,
        Spawned,
        Later,
        StartedLater,
    }

    public static MatrixTheoryData<Start, bool, bool, bool, bool> KillMatrix { get; } = new([Start.Unstarted, Start.Spawned, Start.Later, Start.StartedLater], [true, false], [true, false], [true, false], [true, false]);

    [Theory, MemberData(nameof(KillMatrix))]
    public void T05_a_fiber_that_is_killed_before_its_body_begins_never_runs(Start start, bool all, bool blocks, bool withError, bool hasResult)
    {
        // Only a loop holds back what was spawned until the spawner waits.
        if (start == Start.Spawned && !IsOnLoop) return;

        FormatException? error = withError ? new FormatException() : null;
        RunFailing(async Coroutine () =>
        {
            int told = 0;
            Fiber fiber = hasResult ? Make(Value) : Make(Body);
            fiber.OnEnd(_ => told++);
            await Kill();
            if (!blocks) Assert.True(await fiber.JoinAsync(Ms(5)));

            Assert.Equal(withError ? FiberState.Failed : FiberState.Killed, fiber.State);
            Assert.Same(error, fiber.Exception);
            await Kill();
            fiber.Start();
            await Co.SleepAsync(100);
            Assert.Equal(1, told);
            _log.ShouldBe("");

            async Coroutine Kill()
            {
                switch (all, blocks)
                {
                    case (true, true):
                        await Co.KillAllAsync([fiber], error);
                        break;
                    case (true, false):
                        Co.CancelAll([fiber], error);
                        break;
                    case (false, true):
                        await (error is null ? fiber.KillAsync() : fiber.KillAsync(error));
                        break;
                    default:
                        if (error is null) fiber.Cancel();
                        else fiber.Cancel(error);
                        break;
                }
            }

            Fiber Make<TEntry>(TEntry entry) => (start, entry) switch
            {
                (Start.Unstarted, Func<Coroutine> body) => Co.Create(body),
                (Start.Spawned, Func<Coroutine> body) => Co.Spawn(body),
                (Start.Later, Func<Coroutine> body) => Co.SpawnAfter(Ms(10), body),
                (_, Func<Coroutine> body) => Co.Create(body).StartAfter(Ms(10)),
                (Start.Unstarted, Func<Coroutine<int>> body) => Co.Create(body),
                (Start.Spawned, Func<Coroutine<int>> body) => Co.Spawn(body),
                (Start.Later, Func<Coroutine<int>> body) => Co.SpawnAfter(Ms(10), body),
                (_, Func<Coroutine<int>> body) => Co.Create(body).StartAfter(Ms(10)),
                _ => throw new ArgumentException("No entry.", nameof(entry)),
            };
        });

        async Coroutine<int> Value()
        {
            await Body();
            return 1;
        }
    }

    [Fact]
    public void T06_two_that_are_killed_before_they_run_never_do() =>
        Run(async Coroutine () =>
        {
            Fiber a = Co.Spawn(Body);
            Fiber b = Co.Spawn(Body);
            a.Cancel();
            b.Cancel();
            await Co.JoinAllAsync(a, b);
            Assert.Null(a.Exception);

            // On a pool another thread may be faster: who ran has not been killed, and the other way round.
            Fiber[] begun = [.. ((Fiber[])[a, b]).Where(fiber => fiber.State != FiberState.Killed)];
            if (IsOnLoop) Assert.Empty(begun);
            Assert.All(begun, fiber => Assert.Equal(FiberState.Succeeded, fiber.State));
            _log.ShouldBe(string.Join(' ', begun.Select(_ => "ran")));
        });

    [Fact]
    public void What_never_runs_lets_go_of_its_arguments() =>
        Run(async Coroutine () =>
        {
            (Fiber fiber, WeakReference argument) = Spawn();
            await fiber.KillAsync();
            GC.Collect();
            Assert.False(argument.IsAlive);
            if (IsOnLoop || fiber.State != FiberState.Succeeded) Assert.Equal(FiberState.Killed, fiber.State);

            static (Fiber, WeakReference) Spawn()
            {
                object argument = new();
                return (Co.Spawn(async Coroutine (object _) => { }, argument), new WeakReference(argument));
            }
        });

    [Fact]
    public void A_start_can_be_cancelled_and_a_body_that_has_begun_is_left_alone() =>
        Run(async Coroutine () =>
        {
            Fiber begun = Co.Spawn(Body);
            await Co.SleepAsync(1);
            Fiber spawned = Co.Spawn(Body);
            Fiber later = Co.SpawnAfter(Ms(5), Body);
            Fiber created = Co.Create(Body);
            foreach (Fiber fiber in (Fiber[])[begun, spawned, later, created]) fiber.CancelStart();
            await Co.JoinAllAsync(begun, spawned, later, created);
            Assert.Equal(FiberState.Succeeded, begun.State);
            if (IsOnLoop) Assert.Equal(FiberState.Killed, spawned.State);
            Assert.Equal(FiberState.Killed, later.State);
            Assert.Equal(FiberState.Killed, created.State);
            if (IsOnLoop) _log.ShouldBe("ran");
        });

    [Fact]
    public void A_fiber_that_is_bound_to_another_ends_with_it() =>
        Run(async Coroutine () =>
        {
            Fiber waiting = default;
            Fiber later = default;
            Fiber owner = Co.Spawn(async Coroutine () =>
            {
                waiting = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite)).BoundTo(Co.Current!.Value);
                later = Co.SpawnAfter(Ms(50), Body).BoundTo(Co.Current!.Value);
                Fiber done = Co.Spawn(Body).BoundTo(Co.Current!.Value);
                await done.JoinAsync();
                await Co.SleepAsync(10);
            });
            await owner.JoinAsync();
            await Co.JoinAllAsync(waiting, later);
            Assert.Equal(FiberState.Killed, waiting.State);
            Assert.Equal(FiberState.Killed, later.State);
            _log.ShouldBe("ran");
        });

    [Fact]
    public void T71_KillAll_kills_in_order_waits_for_the_stubborn_and_no_longer_than_told() =>
        Virtual.Run(async Coroutine () =>
        {
            List<int> killed = [];
            Fiber[] fibers = [.. Enumerable.Range(0, 5).Select(i => Co.Spawn(async Coroutine (int i) =>
            {
                try
                {
                    await Co.SleepAsync(Timeout.Infinite);
                }
                finally
                {
                    killed.Add(i);
                    if (i == 2) await Co.SleepAsync(30);
                }
            }, i))];
            await Co.SleepAsync(1);
            Fiber unbegun = Co.Spawn(Body);
            Assert.False(await Co.KillAllAsync([.. fibers, unbegun], Ms(10)));
            Assert.Equal([0, 1, 2, 3, 4], killed);
            Assert.False(fibers[2].IsFinished);
            Assert.All([unbegun, fibers[4]], fiber => Assert.Equal(FiberState.Killed, fiber.State));
            Assert.True(await Co.KillAllAsync(fibers, Ms(50)));
            await Co.KillAllAsync(fibers);
            _log.ShouldBe("");
        });

    [Fact]
    public void Plain_code_kills_all_too()
    {
        Fiber[] fibers = [Co.Spawn(Body), Co.Create(Body), Co.Spawn(() => Co.SleepAsync(Timeout.Infinite))];
        Co.KillAll(fibers);
        Assert.All(fibers, fiber => Assert.Equal(FiberState.Killed, fiber.State));
        Assert.True(Co.KillAll(fibers, TimeSpan.Zero));
    }

    [Fact]
    public void T17_a_scoped_fiber_is_joined_after_the_body() =>
        RunFailing(async Coroutine () =>
        {
            Fiber child = Co.Spawn(async Coroutine () =>
            {
                await Co.SleepAsync(10);
                _log.Add("child");
            });
            await child.ScopedAsync(async Coroutine () => _log.Add("body"));
            Assert.True(child.IsFinished);
            _log.ShouldBe("body child");

            Fiber failing = Co.Spawn(async Coroutine () => throw new FormatException("child"));
            await failing.ScopedAsync(async Coroutine () => await Co.SleepAsync(1));
            Assert.Equal("child", failing.Exception?.Message);
        });

    [Fact]
    public void T17_an_error_of_the_body_kills_the_scoped_fiber_with_it() =>
        Run(async Coroutine () =>
        {
            Fiber child = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            FormatException error = new("body");
            Exception? caught = null;
            try
            {
                await child.ScopedAsync(async Coroutine () =>
                {
                    await Co.YieldAsync();
                    throw error;
                });
            }
            catch (FormatException thrown)
            {
                caught = thrown;
            }

            Assert.Same(error, caught);
            Assert.True(child.IsFinished);
            Assert.Same(error, child.Exception);
        });

    [Fact]
    public void T17_a_join_that_is_interrupted_kills_the_scoped_fiber() =>
        Run(async Coroutine () =>
        {
            Fiber child = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), () => child.ScopedAsync(async Coroutine () => { })));
            Assert.Equal(FiberState.Killed, child.State);
        });

    [Fact]
    public void A_block_that_is_left_before_the_join_cancels_its_fiber() =>
        Run(async Coroutine () =>
        {
            Fiber joined = Co.Spawn(Body);
            using (FiberScope scope = joined.AsScope()) await scope.JoinAsync();
            Assert.Equal(FiberState.Succeeded, joined.State);

            Fiber left = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            using (left.AsScope()) await Co.YieldAsync();
            await left.JoinAsync();
            Assert.Equal(FiberState.Killed, left.State);
        });

    /// <summary>Runs where failures are expected.</summary>
    private void RunFailing(Func<Coroutine> entry)
    {
        Scheduler scheduler = Create(Virtual.Clock());
        scheduler.FiberFailed += (_, _) => { };
        scheduler.Run(entry);
    }

    [Fact]
    public void A_fiber_that_another_thread_holds_back_and_that_is_killed_before_the_loop_hears_of_it_does_not_wait_for_its_start() =>
        Assert.Equal(TimeSpan.Zero, Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Create(Body);
            Thread other = new(() => fiber.StartAfter(TimeSpan.FromHours(1)));
            other.Start();
            other.Join();
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("");
        }));
}
