using System.Collections.Concurrent;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>The laws that hold on every scheduler: docs/laws.md.</summary>
public class SchedulerLawsTests : Staged
{
    [Fact]
    public void L10_Whatever_wakes_a_fiber_does_not_switch_to_it()
    {
        Run(async Coroutine () =>
        {
            CoSemaphore semaphore = new(0);
            bool isAtIt = false;
            Fiber waiter = Co.Spawn(async Coroutine () =>
            {
                await semaphore.WaitAsync();

                // On a pool this may run at once, but never on the waker's thread within its turn.
                Assert.False(isAtIt && Carrier.IsMine);
            });
            await Co.SleepAsync(1);
            Carrier.IsMine = true;
            isAtIt = true;
            semaphore.Release();
            isAtIt = false;
            Carrier.IsMine = false;
            await waiter;
        });
    }

    [Fact]
    public void L11_Links_run_after_the_end_in_order_never_inline_and_of_what_has_ended_too()
    {
        ConcurrentQueue<string> told = [];
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(1));
            for (int i = 0; i < 5; i++)
            {
                string name = $"raw{i}";
                fiber.OnEndInline(ended => told.Enqueue(ended.IsFinished ? name : "early"));
            }

            await fiber;
            await Co.SleepAsync(1);
            Assert.Equal(["raw0", "raw1", "raw2", "raw3", "raw4"], told);

            CoSemaphore called = new(0);
            fiber.OnEnd(async Coroutine (Fiber _) => called.Release());
            await called.WaitAsync();
        });
    }

    [Fact]
    public void L11_A_link_that_the_scheduler_runs_must_not_wait()
    {
        Exception? refused = null;
        Run(async Coroutine () =>
        {
            CoSemaphore called = new(0);
            Co.Spawn(() => { }).OnEndInline(_ =>
            {
                refused = Record.Exception(() => Co.Sleep(1));
                called.Release();
            });
            await called.WaitAsync();
        });
        Assert.IsType<BlockingCallException>(refused);
    }

    [Fact]
    public void L12_A_link_that_fails_is_reported_and_does_not_stop_the_others()
    {
        VirtualClock clock = Virtual.Clock();
        Scheduler scheduler = Create(clock);
        ConcurrentQueue<Exception> reported = [];
        scheduler.FiberFailed += (_, failed) => reported.Enqueue(failed.Error);
        scheduler.Run(async Coroutine () =>
        {
            CoSemaphore called = new(0);
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(1));
            fiber.OnEnd(async Coroutine (Fiber _) => throw new FormatException("first"));
            fiber.OnEndInline(_ => throw new FormatException("second"));
            fiber.OnEnd(async Coroutine (Fiber _) => called.Release());
            await called.WaitAsync();
            await Co.SleepAsync(1);
        });
        Assert.Equal(2, reported.Count);
    }

    [Fact]
    public void L13_Who_waits_for_several_sees_first_what_has_ended_first() =>
        Run(async Coroutine () =>
        {
            Fiber slow = Co.Spawn(async Coroutine () => await Co.SleepAsync(20));
            Fiber fast = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
            Assert.Equal(1, await Co.WaitAnyAsync(slow.AsWaitable(), fast.AsWaitable()));
            Assert.False(slow.IsFinished);
            await slow;
        });

    [Fact]
    public void L14_If_nothing_can_ever_run_plain_code_is_told_and_the_fibers_stay_suspended()
    {
        Scheduler scheduler = Create(Virtual.Clock());
        CoSemaphore semaphore = new(0);
        Fiber fiber = default;
        Assert.Throws<DeadlockException>(() => scheduler.Run(async Coroutine () =>
        {
            fiber = Co.Spawn(async Coroutine () => await semaphore.WaitAsync());
            await fiber;
        }));
        Assert.Equal(FiberState.Waiting, fiber.State);
        Assert.Equal(2, scheduler.SuspendedCount);
        semaphore.Release();
        scheduler.Run(async Coroutine () => await fiber);
        Assert.Equal(FiberState.Succeeded, fiber.State);
    }

    [Fact]
    public void T16_Endless_yields_cost_time_and_are_broken_by_a_timeout()
    {
        VirtualClock clock = new() { CostPerTurn = TimeSpan.FromMicroseconds(100) };
        bool expired = false;
        Create(clock).Run(async Coroutine () =>
        {
            expired = !await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                while (true) await Co.YieldAsync();
            });
        });
        Assert.True(expired);
        Assert.InRange(clock.Elapsed, Ms(10), Ms(40));
    }

    [Fact]
    public void T51_A_handler_of_failures_that_fails_itself_harms_nobody()
    {
        Scheduler scheduler = Create(Virtual.Clock());
        scheduler.FiberFailed += (_, _) => throw new InvalidOperationException("the handler");
        scheduler.Run(async Coroutine () =>
        {
            Fiber<int> fiber = Co.Spawn(async Coroutine<int> () => throw new FormatException("the fiber"));
            Assert.Equal("the fiber", (await Assert.ThrowsAsync<FormatException>(() => fiber.AsTask())).Message);
            await Co.SleepAsync(1);
        });
    }

    [Fact]
    public void T52_What_a_timer_starts_and_fails_is_reported_once_and_a_sleep_lasts_its_full_time()
    {
        VirtualClock clock = Virtual.Clock();
        Scheduler scheduler = Create(clock);
        int reported = 0;
        scheduler.FiberFailed += (_, _) => Interlocked.Increment(ref reported);
        scheduler.Run(async Coroutine () =>
        {
            Co.SpawnAfter(Ms(5), () => throw new FormatException());
            await Co.SleepAsync(20);
            Assert.Equal(Ms(20), clock.Elapsed);
        });
        Assert.Equal(1, reported);
    }

    [Fact]
    public void T55_What_comes_before_the_wait_for_it_is_kept_be_it_a_value_or_an_error() =>
        Run(async Coroutine () =>
        {
            CoSemaphore early = new(0);
            early.Release();
            Assert.True(await early.WaitAsync(TimeSpan.Zero));

            Fiber<int> value = Co.Spawn(async Coroutine<int> () => 5);
            Fiber<int> error = Co.Spawn(async Coroutine<int> () => throw new FormatException());
            await Co.SleepAsync(1);
            Assert.Equal(5, await value);
            await Assert.ThrowsAsync<FormatException>(() => error.AsTask());
        });

    [Fact]
    public void T61_A_sleep_counts_from_its_call_however_long_the_code_has_computed_before()
    {
        VirtualClock clock = Virtual.Clock();
        Create(clock).Run(async Coroutine () =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            TimeSpan before = clock.Elapsed;
            await Co.SleepAsync(Ms(5));
            Assert.InRange(clock.Elapsed - before, Ms(5), Ms(6));
            clock.Advance(TimeSpan.FromSeconds(10));
            before = clock.Elapsed;
            Assert.False(await Co.Spawn(async Coroutine () => await Co.SleepAsync(50)).JoinAsync(Ms(5)));
            Assert.InRange(clock.Elapsed - before, Ms(5), Ms(6));
        });
    }

    /// <summary>Marks a thread.</summary>
    private static class Carrier
    {
        [ThreadStatic]
        internal static bool IsMine;
    }
}
