using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoPoolTests : Staged
{
    [Fact]
    public void T63_A_second_spawn_into_a_pool_of_one_waits_until_the_first_has_ended()
    {
        TimeSpan took = Run(async () =>
        {
            CoPool pool = new(1);
            Fiber first = await pool.SpawnAsync(() => Co.SleepAsync(100));
            Assert.Single(pool);
            Fiber second = await pool.SpawnAsync(() => Co.SleepAsync(100));
            Assert.True(first.IsFinished);
            Assert.Single(pool);
            Assert.False(await pool.JoinAsync(Ms(10)));
            Assert.True(await pool.JoinAsync(Timeout.InfiniteTimeSpan));
            Assert.Empty(pool);
            Assert.True(await pool.JoinAsync(Ms(1)));
        });
        Assert.Equal(Ms(200), took);
    }

    [Fact]
    public void L8_Those_who_wait_for_a_slot_are_let_in_in_the_order_in_which_they_came()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoPool pool = new(1);
            List<Fiber> spawners = [];
            for (int i = 1; i <= 3; i++)
            {
                spawners.Add(Co.Spawn(
                    async i => await pool.SpawnAsync(async i => { log.Add(i); await Co.SleepAsync(1); }, i),
                    i));
            }

            await Co.JoinAllAsync(spawners);
            await pool.JoinAsync();
        });
        log.ShouldBe("1 2 3");
    }

    [Fact]
    public void T64_A_full_pool_says_so_when_the_time_is_over_and_stays_as_it_was()
    {
        Run(async () =>
        {
            CoPool pool = new(1) { Name = "slots" };
            Fiber first = pool.Spawn(() => Co.SleepAsync(1000));
            PoolFullException error = await Throws<PoolFullException>(async () => await pool.SpawnAsync(Ms(10), () => Co.SleepAsync(1)));
            Assert.Equal("CoPool 'slots' stayed full: of its 1 slots none was free in time.", error.Message);
            Assert.False(pool.TrySpawn(() => Co.SleepAsync(1), out Fiber none));
            Assert.Equal(default, none);
            Fiber other = Co.Spawn(() => Co.SleepAsync(1000));
            await Throws<PoolFullException>(async () => await pool.AddAsync(other, Ms(10)));
            Assert.False(pool.TryAdd(other));
            await Throws<ScopeTimeoutException>(async () =>
            {
                using TimeoutScope scope = Co.TimeoutAfter(Ms(10));
                await pool.AddAsync(other);
            });
            using CancellationTokenSource source = new(0);
            await Throws<OperationCanceledException>(async () => await pool.SpawnAsync(() => Co.SleepAsync(1), source.Token));
            Assert.Equal(first, Assert.Single(pool));
            Assert.Equal(0, pool.FreeCount);
            Assert.Equal(0, pool.WaitingCount);
            await pool.AddAsync(other);
            Assert.DoesNotContain(first, pool);
        });
    }

    [Fact]
    public void T65_A_pool_of_none_admits_nobody()
    {
        Run(async () =>
        {
            CoPool pool = new(0);
            Assert.Equal(0, pool.FreeCount);
            Assert.True(pool.IsFull);
            Assert.False(await pool.WaitAvailableAsync(Ms(10)));
            Assert.False(pool.TrySpawn(() => Co.SleepAsync(1), out Fiber _));
            Assert.Throws<ArgumentOutOfRangeException>(() => new CoPool(-1));
            Assert.Throws<ArgumentOutOfRangeException>(() => pool.Size = -1);
        });
    }

    [Fact]
    public void A_pool_without_a_size_admits_all()
    {
        Run(async () =>
        {
            CoPool pool = new();
            for (int i = 0; i < 1000; i++) Assert.True(pool.TrySpawn(() => Co.SleepAsync(1), out Fiber _));
            Assert.Equal(1000, pool.Count);
            Assert.Equal(int.MaxValue - 1000, pool.FreeCount);
            await pool.JoinAsync();
        });
    }

    [Fact]
    public void Raising_the_size_lets_in_those_who_wait()
    {
        Run(async () =>
        {
            CoPool pool = new(0);
            Fiber[] spawners = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async () => await pool.SpawnAsync(() => Co.SleepAsync(1000))))];
            await Co.SleepAsync(1);
            Assert.Equal(3, pool.WaitingCount);
            pool.Size = 2;
            await Co.SleepAsync(1);
            Assert.Equal(2, pool.Count);
            Assert.Equal(1, pool.WaitingCount);
            pool.Size = int.MaxValue;
            await Co.JoinAllAsync(spawners);
            Assert.Equal(3, pool.Count);
        });
    }

    [Fact]
    public void Lowering_the_size_drains_the_pool()
    {
        Run(async () =>
        {
            CoPool pool = new(3);
            for (int i = 1; i <= 3; i++) pool.Spawn(i => Co.SleepAsync(10 * i), i);
            pool.Size = 1;
            Assert.Equal(-2, pool.FreeCount);
            Fiber spawner = Co.Spawn(async () => await pool.SpawnAsync(() => Co.SleepAsync(1000)));
            await Co.SleepAsync(25);
            Assert.False(spawner.IsFinished);
            Assert.Single(pool);
            await Co.SleepAsync(10);
            Assert.True(spawner.IsFinished);
            Assert.Single(pool);
        });
    }

    [Fact]
    public void A_wait_for_a_free_slot_does_not_take_it()
    {
        Run(async () =>
        {
            CoPool pool = new(1);
            pool.Spawn(() => Co.SleepAsync(10));
            Assert.False(await pool.WaitAvailableAsync(Ms(5)));
            Assert.True(await pool.WaitAvailableAsync(Ms(10)));
            Assert.Equal(1, pool.FreeCount);
            Assert.True(await pool.WaitAvailableAsync(Ms(10)));
            pool.Spawn(() => Co.SleepAsync(10));
            Assert.Equal(1, await Co.WaitAnyAsync(new CoSemaphore(0), pool.Available));
            Assert.Equal(1, pool.FreeCount);
        });
    }

    [Fact]
    public void T66_A_call_within_a_call_in_a_pool_of_one_runs_inline()
    {
        Run(async () =>
        {
            CoPool pool = new(1);
            int result = await pool.ApplyAsync(async () => 1 + await pool.ApplyAsync(async x => x + await pool.ApplyAsync(() => new Coroutine<int>(1)), 1));
            Assert.Equal(3, result);
            Assert.Empty(pool);
        });
    }

    [Fact]
    public void A_call_throws_what_its_entry_throws_and_nobody_else_is_told()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, failed) => Assert.Fail($"reported: {failed.Error}");
        loop.Run(async () =>
        {
            CoPool pool = new(1);
            await Throws<FormatException>(async () => await pool.ApplyAsync(() => throw new FormatException()));
            await Throws<FormatException>(async () => await pool.ApplyAsync<int>(() => throw new FormatException()));
            await pool.ApplyAsync(() => Co.SleepAsync(1));
        });
    }

    [Fact]
    public void A_call_is_cancelled_with_its_caller()
    {
        Log log = new();
        Run(async () =>
        {
            CoPool pool = new(1);
            Fiber caller = Co.Spawn(() => pool.ApplyAsync(Body));
            await Co.SleepAsync(1);
            await caller.KillAsync();
            Assert.Equal(FiberState.Killed, caller.State);
            log.ShouldBe("finally");

            using CancellationTokenSource source = new();
            Co.SpawnAfter(Ms(1), () => { source.Cancel(); return default(Coroutine); });
            OperationCanceledException error = await Throws<OperationCanceledException>(async () => await pool.ApplyAsync(Body, source.Token));
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Empty(pool);
        });

        async Coroutine Body()
        {
            try
            {
                await Co.SleepAsync(Timeout.Infinite);
            }
            finally
            {
                await Co.SleepAsync(1);
                log.Add("finally");
            }
        }
    }

    [Fact]
    public void T66_What_is_submitted_to_a_full_pool_runs_in_the_end()
    {
        Log log = new();
        Run(async () =>
        {
            CoPool pool = new(1);
            Fiber<int>[] all = [.. Enumerable.Range(1, 3).Select(i => pool.Submit(async i => { await Co.SleepAsync(10); return i; }, i, result => log.Add(result)))];
            Assert.Single(pool);
            int[] results = await Co.JoinAllAsync(all);
            Assert.Equal([1, 2, 3], results);
            Assert.Empty(pool);
        });
        log.ShouldBeInAnyOrder("1 2 3");
    }

    [Fact]
    public void A_callback_is_called_for_results_alone_and_its_errors_change_nothing()
    {
        List<Exception> reported = [];
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, failed) => reported.Add(failed.Error);
        loop.Run(async () =>
        {
            CoPool pool = new(1);
            Fiber<int> failing = pool.Submit<int>(() => throw new FormatException(), _ => Assert.Fail("called"));
            Fiber<int> good = pool.Submit(() => new Coroutine<int>(1), _ => throw new TimeZoneNotFoundException());
            await Co.JoinAllAsync(failing, good);
            Assert.Equal(1, good.Result);
        });
        Assert.Equal([typeof(FormatException), typeof(TimeZoneNotFoundException)], reported.Select(error => error.GetType()));
    }

    [Fact]
    public void Nested_spawns_and_joins_in_a_full_pool_are_no_deadlock()
    {
        int running = 0;
        int most = 0;
        Run(async () =>
        {
            CoPool pool = new(2);
            Fiber<int> root = await pool.SpawnAsync(Sum, 5);
            Assert.Equal(32, await root);
            Assert.Empty(pool);
            Assert.Equal(2, pool.FreeCount);

            async Coroutine<int> Sum(int depth)
            {
                most = Math.Max(most, ++running);
                await Co.SleepAsync(1);
                running--;
                if (depth == 0) return 1;
                Fiber<int> left = await pool.SpawnAsync(Sum, depth - 1);
                Fiber<int> right = await pool.SpawnAsync(Sum, depth - 1);
                return await left + await right;
            }
        });
        Assert.Equal(2, most);
    }

    [Fact]
    public void A_member_that_lends_its_slot_goes_on_as_soon_as_another_is_free()
    {
        Log log = new();
        TimeSpan took = Run(async () =>
        {
            CoPool pool = new(2);
            pool.Spawn(() => Co.SleepAsync(10));
            pool.Spawn(async () =>
            {
                Fiber child = await pool.SpawnAsync(() => Co.SleepAsync(100));
                log.Add(child.IsFinished);
                Assert.Equal(0, pool.FreeCount);
                await child;
            });
            await pool.JoinAsync();
            Assert.Equal(2, pool.FreeCount);
        });
        log.ShouldBe("False");
        Assert.Equal(Ms(100), took);
    }

    [Fact]
    public void A_spawner_that_is_interrupted_while_it_lends_takes_its_fiber_with_it()
    {
        Run(async () =>
        {
            CoPool pool = new(1);
            Fiber spawner = pool.Spawn(async () => await pool.SpawnAsync(() => Co.SleepAsync(Timeout.Infinite)));
            await Co.SleepAsync(1);
            Assert.Equal(2, pool.Count);
            await spawner.KillAsync();
            await pool.JoinAsync();
            Assert.Equal(1, pool.FreeCount);

            Fiber impatient = pool.Spawn(async () =>
            {
                Fiber child = await pool.SpawnAsync(Ms(5), () => Co.SleepAsync(10));
                Assert.Equal(-1, pool.FreeCount);
                await child;
            });
            await impatient;
            Assert.Equal(1, pool.FreeCount);
        });
    }

    [Fact]
    public void A_member_may_add_a_fiber_to_its_full_pool()
    {
        Run(async () =>
        {
            CoPool pool = new(1);
            Fiber other = Co.Spawn(() => Co.SleepAsync(10));
            await await pool.SpawnAsync(async () =>
            {
                await pool.AddAsync(other);
                Assert.True(other.IsFinished);
            });
            Fiber endless = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            Fiber adder = pool.Spawn(() => pool.AddAsync(endless));
            await Co.SleepAsync(1);
            await adder.KillAsync();
            Assert.False(endless.IsFinished);
            Assert.Equal(1, pool.FreeCount);
        });
    }

    [Fact]
    public void T70_Errors_in_the_handler_of_errors_do_not_lose_a_slot()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => throw new FormatException("in the handler");
        loop.Run(async () =>
        {
            CoPool pool = new(1);
            for (int i = 0; i < 3; i++) await pool.SpawnAsync(() => throw new FormatException());
            await pool.JoinAsync();
            Assert.Equal(1, pool.FreeCount);
        });
    }

    [Fact]
    public void Unrewritten_code_in_a_fiber_may_spawn_as_long_as_there_is_room()
    {
        Run(async () =>
        {
            CoPool pool = new(1);
            pool.Spawn(() => Co.SleepAsync(1));
            BlockingCallException error = Assert.Throws<BlockingCallException>(() => pool.Spawn(() => Co.SleepAsync(1)));
            Assert.Contains("Spawn", error.Message, StringComparison.Ordinal);
            await pool.JoinAsync();
        });
    }

    [Fact]
    public void Plain_code_waits_for_a_slot()
    {
        CoPool pool = new(1);
        pool.Spawn(() => Co.SleepAsync(1));
        Fiber second = pool.Spawn(() => Co.SleepAsync(1));
        Assert.Throws<PoolFullException>(() => pool.Spawn(TimeSpan.Zero, () => Co.SleepAsync(1)));
        pool.WaitAvailable();
        Assert.True(second.IsFinished);
    }

    [Fact]
    public void Threads_share_a_pool()
    {
        const int Turns = 500;
        CoPool pool = new(2);
        int inside = 0;
        int most = 0;
        int done = 0;
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() => Co.Run(async () =>
        {
            for (int i = 0; i < Turns; i++)
            {
                Fiber fiber = await pool.SpawnAsync(async () =>
                {
                    int now = Interlocked.Increment(ref inside);
                    if (now > Volatile.Read(ref most)) Volatile.Write(ref most, now);
                    await Co.YieldAsync();
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref done);
                });
                if (i % 3 == 0) await fiber;
            }

            await Co.SleepAsync(1);
        })))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(3 * Turns, done);
        Assert.InRange(most, 1, 2);
        Assert.Equal(2, pool.FreeCount);
        Assert.Empty(pool);
    }

    [Theory]
    [Interleavings(30)]
    public void Under_any_order_of_turns_no_slot_is_lost_and_none_too_many_is_given(TestScheduler scheduler)
    {
        CoPool pool = new(2);
        int active = 0;
        scheduler.Run(async () =>
        {
            Fiber[] spawners = [.. Enumerable.Range(0, 4).Select(i => Co.Spawn(
                async i =>
                {
                    Fiber fiber = await pool.SpawnAsync(Body, i);
                    if (i % 2 == 0) fiber.Cancel();
                    if (i == 3) await fiber.JoinAsync();
                },
                i))];
            spawners[1].Cancel();
            await Co.JoinAllAsync(spawners);
            await pool.JoinAsync();
        });
        Assert.Equal(2, pool.FreeCount);
        Assert.Equal(0, pool.WaitingCount);

        async Coroutine Body(int i)
        {
            Assert.InRange(++active, 1, 2);
            try
            {
                await Co.YieldAsync();
            }
            finally
            {
                active--;
            }

            if (i == 3) await await pool.SpawnAsync(Body, 5);
        }
    }
}
