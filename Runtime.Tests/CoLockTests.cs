using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoLockTests : Staged
{
    [Fact]
    public void Its_holder_enters_again_and_leaves_as_often() => Run(async () =>
    {
        CoLock gate = new();
        await gate.EnterAsync();
        using (await gate.EnterScopeAsync())
        {
            Assert.True(gate.TryEnter());
            gate.Exit();
        }

        Assert.True(gate is { IsHeld: true, IsHeldByCurrent: true, IsReady: false });
        Assert.Equal(Co.Current, gate.HeldBy);
        Fiber<bool> other = Co.Spawn(async Coroutine<bool> () => gate.TryEnter() || gate.IsHeldByCurrent);
        Assert.False(await other);
        gate.Exit();
        Assert.False(gate.IsHeld);
        Assert.Null(gate.HeldBy);
    });

    [Fact]
    public void Plain_code_holds_it_by_its_thread()
    {
        CoLock gate = new();
        using (gate.EnterScope())
        {
            Assert.True(gate.TryEnter(TimeSpan.Zero));
            gate.Exit();
            Thread other = new(() => Assert.False(gate.TryEnter(Ms(1))));
            other.Start();
            other.Join();
            Assert.True(gate.IsHeldByCurrent);
        }

        Assert.Throws<SynchronizationLockException>(gate.Exit);
    }

    [Fact]
    public void Asynchronous_code_outside_fibers_locks_itself_out_and_may_leave_on_any_thread()
    {
        CoLock gate = new();
        Enter().GetAwaiter().GetResult();
        Assert.False(gate.TryEnter());
        Thread other = new(gate.Exit);
        other.Start();
        other.Join();
        Assert.False(gate.IsHeld);

        async Task Enter()
        {
            await gate.EnterAsync();
            Assert.True(gate.IsHeldByCurrent);
            Assert.False(await gate.TryEnterAsync(TimeSpan.Zero));
        }
    }

    [Fact]
    public void T42_To_leave_what_one_does_not_hold_is_the_hosts_own_error() => Virtual.Run(async () =>
    {
        CoLock gate = new() { Name = "x" };
        Assert.Throws<SynchronizationLockException>(gate.Exit);
        Fiber holder = Co.Spawn(async () =>
        {
            using CoLock.Scope scope = await gate.EnterScopeAsync();
            await Co.SleepAsync(10);
        }).Named("holder");
        await Co.SleepAsync(1);
        Assert.Contains("held by fiber 'holder'", Assert.Throws<SynchronizationLockException>(gate.Exit).Message, StringComparison.Ordinal);
        await holder;
        Assert.True(gate.TryEnter());
    });

    [Fact]
    public void T39_A_fiber_that_wants_it_once_gets_it_from_two_that_take_turns() => Run(async () =>
    {
        CoLock gate = new();
        bool quits = false;
        Fiber[] busy = [Co.Spawn(Again), Co.Spawn(Again)];
        await Co.SleepAsync(1);
        Assert.True(await gate.TryEnterAsync(Ms(100)));
        quits = true;
        gate.Exit();
        await Co.JoinAllAsync(busy);

        async Coroutine Again()
        {
            while (!quits)
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                await Co.SleepAsync(1);
            }
        }
    });

    [Fact]
    public void L9_Who_runs_may_pass_the_one_that_was_woken_but_only_once()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoLock gate = new();
            await gate.EnterAsync();
            Fiber waiter = Co.Spawn(async () =>
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                log.Add("waiter");
            });
            await Co.YieldAsync();
            gate.Exit();
            Assert.True(gate.TryEnter());
            await Co.YieldAsync();
            log.Add("passed");
            gate.Exit();
            Assert.False(gate.TryEnter());
            await waiter;
        });
        log.ShouldBe("passed waiter");
    }

    [Fact]
    public void T43_It_is_usable_where_failures_are_reported_and_before_any_loop_runs()
    {
        CoLock gate = new();
        gate.Enter();
        LoopScheduler loop = new(Virtual.Clock());
        Log log = new();
        loop.FiberFailed += (_, failed) =>
        {
            Assert.True(gate.TryEnter());
            log.Add(failed.Error.Message);
            gate.Exit();
        };
        loop.Run(async () =>
        {
            Assert.False(await gate.TryEnterAsync(Ms(1)));
        });
        gate.Exit();
        loop.Run(async () =>
        {
            await Co.Spawn(async () =>
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                throw new FormatException("reported");
            }).JoinAsync();
        });
        log.ShouldBe("reported");
        Assert.False(gate.IsHeld);
    }

    [Fact]
    public void A_circle_of_locks_is_named_in_the_deadlock_report()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Virtual.Run(async () =>
        {
            CoLock x = new() { Name = "x" };
            CoLock y = new() { Name = "y" };
            Fiber a = Co.Spawn(() => Both(x, y)).Named("a");
            Fiber b = Co.Spawn(() => Both(y, x)).Named("b");
            Co.Spawn(() => x.EnterAsync()).Named("victim");
            await Co.JoinAllAsync(a, b);
        }));
        IReadOnlyList<ParkedFiber> cycle = Assert.Single(deadlock.Cycles);
        Assert.Equal([new("a", "CoLock 'y', held by fiber 'b'"), new("b", "CoLock 'x', held by fiber 'a'")], cycle);
        Assert.Contains("In a circle: 'a' -> 'b' -> 'a'", deadlock.Message, StringComparison.Ordinal);
        Assert.Contains("'victim' waits for CoLock 'x', held by fiber 'a'", deadlock.Message, StringComparison.Ordinal);

        static async Coroutine Both(CoLock first, CoLock second)
        {
            await first.EnterAsync();
            await Co.YieldAsync();
            await second.EnterAsync();
        }
    }

    [Fact]
    public void A_circle_through_plain_code_and_a_join_is_found()
    {
        CoLock gate = new() { Name = "x" };
        LoopScheduler loop = new(Virtual.Clock());
        gate.Enter();
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => loop.Run(async () => await gate.EnterAsync()));
        Assert.Equal(["main", deadlock.Cycles[0][1].Name], deadlock.Cycles.Single().Select(fiber => fiber.Name));
        Assert.Contains("CoLock 'x', held by thread", deadlock.Message, StringComparison.Ordinal);
        gate.Exit();
    }

    [Fact]
    public void A_fiber_that_ended_without_leaving_keeps_it_and_is_reported()
    {
        CoLock gate = new();
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            await Co.Spawn(() => gate.EnterAsync());
            for (int i = 0; i < 3; i++) await Co.Spawn(() => default(Coroutine));
            await gate.EnterAsync();
        }));
        Assert.Contains("which has ended", deadlock.Message, StringComparison.Ordinal);
        Assert.Empty(deadlock.Cycles);
        Assert.True(gate.HeldBy!.Value.IsFinished);
    }

    [Fact]
    public void T40_Threads_loops_and_a_hosted_twin_never_hold_it_together()
    {
        const int Turns = 5000;
        CoLock gate = new();
        int inside = 0;
        int counted = 0;
        Thread[] threads =
        [
            new(() =>
            {
                for (int i = 0; i < Turns; i++)
                {
                    gate.Enter();
                    Count();
                }
            }),
            new(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(() => Enter(Turns)), Co.Spawn(() => Enter(Turns)), Co.Spawn(GiveUp)))),
        ];
        foreach (Thread thread in threads) thread.Start();
        Enter(Turns).AsTask().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(4 * Turns, counted);
        Assert.False(gate.IsHeld);

        async Coroutine Enter(int turns)
        {
            for (int i = 0; i < turns; i++)
            {
                if (!await gate.TryEnterAsync(TimeSpan.FromMinutes(1))) throw new TimeoutException();
                Count();
            }
        }

        async Coroutine GiveUp()
        {
            for (int i = 0; i < Turns; i++)
            {
                if (await gate.TryEnterAsync(TimeSpan.Zero)) gate.Exit();
            }
        }

        void Count()
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            counted++;
            Interlocked.Decrement(ref inside);
            gate.Exit();
        }
    }

    [Fact]
    public void In_every_order_of_turns_one_holds_it_and_all_get_it() => TestScheduler.Explore(async () =>
    {
        CoLock gate = new();
        int inside = 0;
        int entered = 0;
        Fiber[] fibers = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async () =>
        {
            for (int i = 0; i < 2; i++)
            {
                using CoLock.Scope scope = await gate.EnterScopeAsync();
                Assert.Equal(1, ++inside);
                await Co.YieldAsync();
                inside--;
                entered++;
            }
        }))];
        Fiber killed = Co.Spawn(() => gate.EnterScopeAsync());
        killed.Cancel();
        await Co.JoinAllAsync(fibers);
        Assert.Equal(6, entered);
    }, maxRuns: 3000);
}
