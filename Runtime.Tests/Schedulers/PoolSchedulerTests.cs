using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class PoolSchedulerTests
{
    private static PoolScheduler InVirtualTime() => new(Virtual.Clock());

    [Fact]
    public void A_result_and_an_error_come_back_to_plain_code()
    {
        PoolScheduler pool = InVirtualTime();
        Assert.Equal(6, pool.Run(async Coroutine<int> (int a, int b) =>
        {
            await Co.SleepAsync(1);
            return a * b;
        }, 2, 3));
        FormatException error = new();
        Assert.Same(error, Assert.Throws<FormatException>(() => pool.Run(async Coroutine () =>
        {
            await Co.YieldAsync();
            throw error;
        })));
        Assert.Equal("plain", pool.Run((string text) => text, "plain"));
    }

    [Fact]
    public void A_fiber_runs_on_the_thread_pool_and_knows_its_scheduler()
    {
        PoolScheduler pool = InVirtualTime();
        pool.Run(async Coroutine () =>
        {
            Assert.True(Thread.CurrentThread.IsThreadPoolThread);
            Assert.Same(pool, Scheduler.Current);
            await Co.YieldAsync();
            Assert.Same(pool, Scheduler.Current);
            Fiber child = Co.Spawn(async Coroutine () => Assert.Same(pool, Scheduler.Current));
            await child;
        });
        Assert.NotSame(pool, Scheduler.Current);
    }

    [Fact]
    public void A_fiber_is_run_by_one_thread_at_a_time_whoever_wakes_it()
    {
        const int Fibers = 50;
        const int Rounds = 200;
        PoolScheduler pool = new();
        int torn = 0;
        int woken = 0;
        pool.Run(async Coroutine () =>
        {
            await Co.JoinAllAsync(Enumerable.Range(0, Fibers).Select(_ => Co.Spawn(async Coroutine () =>
            {
                int inside = 0;
                for (int round = 0; round < Rounds; round++)
                {
                    await Task.Run(static () => { });
                    if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref torn);
                    Interlocked.Increment(ref woken);
                    Interlocked.Decrement(ref inside);
                }
            })));
        });
        Assert.Equal(0, torn);
        Assert.Equal(Fibers * Rounds, woken);
    }

    [Fact]
    public void Fibers_run_at_the_same_time()
    {
        using Barrier barrier = new(2);
        PoolScheduler.Default.Run(async Coroutine () =>
        {
            // A barrier of threads: either fiber blocks its own until the other has come.
            bool[] met = await Co.JoinAllAsync(Enumerable.Range(0, 2).Select(_ => Co.Spawn(async Coroutine<bool> () => barrier.SignalAndWait(TimeSpan.FromSeconds(30)))));
            Assert.DoesNotContain(false, met);
        });
    }

    [Fact]
    public void Ambient_state_goes_with_the_fiber_from_thread_to_thread()
    {
        AsyncLocal<int> ambient = new();
        ambient.Value = 1;
        PoolScheduler.Default.Run(async Coroutine () =>
        {
            Assert.Equal(1, ambient.Value);
            await Co.JoinAllAsync(Enumerable.Range(2, 50).Select(i => Co.Spawn(async Coroutine (int own) =>
            {
                Assert.Equal(1, ambient.Value);
                ambient.Value = own;
                for (int round = 0; round < 20; round++)
                {
                    await Co.YieldAsync();
                    Assert.Equal(own, ambient.Value);
                }
            }, i)));
            Assert.Equal(1, ambient.Value);
        });
        Assert.Equal(1, ambient.Value);
    }

    [Fact]
    public void L5_A_sleep_by_the_real_clock_is_never_early()
    {
        PoolScheduler pool = new();
        pool.Run(async Coroutine () => await Co.JoinAllAsync(new[] { 30, 1, 15, 3 }.Select(delay => Co.Spawn(async Coroutine (int delay) =>
        {
            long began = TimeProvider.System.GetTimestamp();
            await Co.SleepAsync(delay);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), Ms(delay), TimeSpan.MaxValue);
        }, delay))));
        Assert.Equal(0, pool.TimerCount);
    }

    [Fact]
    public void L4_Endless_yields_starve_neither_a_timer_nor_another_thread_nor_who_was_there_before()
    {
        PoolScheduler pool = new();
        pool.Run(async Coroutine () =>
        {
            Fiber[] endless = [.. Enumerable.Range(0, Environment.ProcessorCount * 4).Select(_ => Co.Spawn(async Coroutine () =>
            {
                while (true) await Co.YieldAsync();
            }))];
            await Co.SleepAsync(1);
            await Task.Run(static () => { });
            await Co.Spawn(async Coroutine () => await Co.YieldAsync());
            foreach (Fiber fiber in endless) fiber.Cancel();
            await Co.JoinAllAsync(endless);
        });
        Assert.Equal(0, pool.SuspendedCount);
    }

    [Fact]
    public void L4_Fibers_that_wake_each_other_for_ever_do_not_starve_the_shared_queue()
    {
        PoolScheduler pool = new();
        pool.Run(async Coroutine () =>
        {
            Fiber[] players = [.. Enumerable.Range(0, Environment.ProcessorCount * 2).SelectMany(_ =>
            {
                CoSemaphore ping = new(1);
                CoSemaphore pong = new(0);
                return new[] { Co.Spawn(Play, ping, pong), Co.Spawn(Play, pong, ping) };
            })];

            // What this does goes through the shared queue.
            for (int i = 0; i < 100; i++) await Co.YieldAsync();
            foreach (Fiber player in players) player.Cancel();
            await Co.JoinAllAsync(players);

            static async Coroutine Play(CoSemaphore mine, CoSemaphore other)
            {
                while (true)
                {
                    await mine.WaitAsync();
                    other.Release();
                }
            }
        });
    }

    [Fact]
    public void L7_What_is_awaited_wins_over_a_timeout_of_the_same_moment_in_virtual_time() =>
        InVirtualTime().Run(async Coroutine () =>
        {
            Fiber sleeper = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
            Assert.True(await sleeper.JoinAsync(Ms(10)));
        });

    [Fact]
    public void A_kill_that_comes_before_the_first_turn_keeps_the_body_from_running()
    {
        PoolScheduler pool = InVirtualTime();
        bool ran = false;
        Fiber late = default;
        pool.Run(async Coroutine () =>
        {
            late = Co.SpawnAfter(Ms(1000), () => ran = true);
            await late.KillAsync();
        });
        Assert.Equal(FiberState.Killed, late.State);
        Assert.False(ran);
        Assert.Equal(0, pool.TimerCount);
        Assert.Equal(0, pool.SuspendedCount);
    }

    [Fact]
    public void A_blocking_member_in_a_fiber_is_refused() =>
        InVirtualTime().Run(async Coroutine () =>
        {
            Assert.Throws<BlockingCallException>(() => Co.Sleep(1));
            Assert.Throws<BlockingCallException>(() => PoolScheduler.Default.Run(() => { }));
            await Co.YieldAsync();
            Assert.Throws<BlockingCallException>(() => Co.Spawn(() => { }).Join());
        });

    [Fact]
    public void A_deadlock_is_told_to_the_plain_code_that_waits_and_what_came_before_goes_on()
    {
        PoolScheduler pool = InVirtualTime();
        CoSemaphore never = new(0) { Name = "never" };
        Fiber stuck = pool.Spawn(async Coroutine () => await never.WaitAsync()).Named("stuck");

        // When this joins, the pool has long been idle, or not.
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => stuck.Join());
        Assert.Contains(new ParkedFiber("stuck", "a permit of CoSemaphore 'never'"), deadlock.Parked);
        Assert.Equal(1, pool.Run(async Coroutine<int> () =>
        {
            await Co.SleepAsync(1000);
            return 1;
        }));
        never.Release();
        stuck.Join();
    }

    [Fact]
    public void A_pool_by_the_real_clock_takes_no_idleness_for_a_deadlock()
    {
        CoSemaphore semaphore = new(0);
        Fiber waiter = PoolScheduler.Default.Spawn(async Coroutine () => await semaphore.WaitAsync());
        Assert.False(waiter.Join(Ms(5)));
        semaphore.Release();
        waiter.Join();
    }

    [Fact]
    public void A_self_contained_pool_finds_a_deadlock_by_the_real_clock_too()
    {
        PoolScheduler pool = new() { IsSelfContained = true };
        Assert.Throws<DeadlockException>(() => pool.Run(async Coroutine () =>
        {
            await Co.SleepAsync(1);
            await Task.Delay(1);
            await new CoSemaphore(0).WaitAsync();
        }));
    }

    [Fact]
    public void A_coroutine_is_awaited_in_the_fiber_that_has_begun_it() =>
        InVirtualTime().Run(async Coroutine () =>
        {
            Coroutine own = Co.SleepAsync(10);
            await Co.Spawn(async Coroutine () =>
            {
                Task Elsewhere() => own.AsTask();
                InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(Elsewhere);
                Assert.Contains("in the fiber that has begun it", error.Message);
                try
                {
                    await own;
                    Assert.Fail("It was awaited in two fibers.");
                }
                catch (InvalidOperationException)
                {
                }
            });
            await own;
        });

    [Fact]
    public async Task Async_code_joins_a_fiber_and_awaits_its_result()
    {
        PoolScheduler pool = new();
        Fiber<int> fiber = pool.Spawn(async Coroutine<int> () =>
        {
            await Co.SleepAsync(2);
            return 4;
        });
        Assert.Equal(4, await fiber);
        Assert.Equal(5, await pool.RunAsync(() => 5));
        Assert.True(await fiber.JoinAsync(TimeSpan.Zero));
    }

    [Fact]
    public void A_fiber_says_where_it_stands_to_any_thread()
    {
        using ManualResetEventSlim seen = new();
        using ManualResetEventSlim began = new();
        CoSemaphore semaphore = new(0);
        Fiber fiber = PoolScheduler.Default.Spawn(async Coroutine () =>
        {
            began.Set();
            seen.Wait();
            await semaphore.WaitAsync();
        });
        began.Wait(TestContext.Current.CancellationToken);
        Assert.Equal(FiberState.Running, fiber.State);
        seen.Set();
        SpinWait.SpinUntil(() => fiber.State == FiberState.Waiting);
        semaphore.Release();
        fiber.Join();
        Assert.Equal(FiberState.Succeeded, fiber.State);
    }

    [Fact]
    public void Ordinary_async_code_that_a_fiber_calls_may_await_coroutines() =>
        new PoolScheduler().Run(async Coroutine () =>
        {
            for (int i = 0; i < 200; i++) Assert.Equal(i, await Ordinary(i));

            static async Task<int> Ordinary(int value)
            {
                int got = await Coroutine(value);
                await Task.Yield();
                return got;
            }

            static async Coroutine<int> Coroutine(int value)
            {
                await Co.YieldAsync();
                return value;
            }
        });
}
