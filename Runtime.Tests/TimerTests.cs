using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class TimerTests : Staged
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sleepers_wake_in_the_order_of_their_deadlines_then_of_their_birth(int seed)
    {
        Random random = new(seed);
        VirtualClock clock = Virtual.Clock();
        List<(long Due, int Born)> expected = [];
        List<(long Due, int Born)> woke = [];
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            List<Fiber> fibers = [];
            for (int i = 0; i < 3000; i++)
            {
                // Short, long and very long ones, so that every level of the wheel is used, from ever new positions.
                int delay = random.Next(5) switch
                {
                    0 => random.Next(1, 4),
                    1 => random.Next(1, 64),
                    2 => random.Next(1, 5000),
                    3 => random.Next(1, 2_000_000),
                    _ => random.Next(1, int.MaxValue),
                };
                fibers.Add(Co.Spawn(Sleep, i, delay));
                await Co.YieldAsync();
                if (random.Next(10) == 0) await Co.SleepAsync(random.Next(200));
            }

            await Co.JoinAllAsync(fibers);
        });

        Assert.Equal(expected.Order(), woke);

        async Coroutine Sleep(int born, int delay)
        {
            long due = (long)clock.Elapsed.TotalMilliseconds + delay;
            expected.Add((due, born));
            await Co.SleepAsync(delay);
            Assert.Equal(due, (long)clock.Elapsed.TotalMilliseconds);
            woke.Add((due, born));
        }
    }

    [Fact]
    public void A_deadline_beyond_the_wheel_is_kept()
    {
        TimeSpan elapsed = Run(async Coroutine () =>
        {
            for (int i = 0; i < 100; i++) await Co.SleepAsync(int.MaxValue);
        });
        Assert.Equal(TimeSpan.FromMilliseconds(100L * int.MaxValue), elapsed);
    }

    [Fact]
    public void A_disarmed_timer_neither_fires_nor_holds_the_loop()
    {
        TimeSpan elapsed = Run(async Coroutine () =>
        {
            Fiber sleeper = Co.Spawn(async Coroutine () => await Co.SleepAsync(10_000));
            await Co.YieldAsync();
            await sleeper.KillAsync();
            await Co.SleepAsync(1);
        });
        Assert.Equal(Ms(1), elapsed);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void A_negative_duration_is_refused_as_Thread_Sleep_refuses_it(int duration)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Co.Sleep(duration));
        Assert.Throws<ArgumentOutOfRangeException>(() => Co.SleepAsync(duration));
        Assert.Throws<ArgumentOutOfRangeException>(() => Thread.Sleep(duration));
    }

    [Fact]
    public void SpawnAfter_holds_the_fiber_back()
    {
        Log log = new();
        TimeSpan elapsed = Run(async Coroutine () =>
        {
            Fiber late = Co.SpawnAfter(Ms(30), async Coroutine (string text) => log.Add(text), "late");
            Fiber soon = Co.SpawnAfter(Ms(10), async Coroutine (string text) => log.Add(text), "soon");
            Assert.Equal(FiberState.Created, late.State);
            await Co.JoinAllAsync(late, soon);
        });
        log.ShouldBe("soon late");
        Assert.Equal(Ms(30), elapsed);
    }

    [Fact]
    public void A_wait_that_was_due_and_consumed_early_does_not_end_the_next_one()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            Fiber brief = Co.Spawn(async Coroutine () => await Co.SleepAsync(5));
            Fiber endless = Co.Spawn(async Coroutine () => await Co.SleepAsync(Timeout.Infinite));
            await Co.YieldAsync();
            Coroutine<bool> early = brief.JoinAsync(Ms(5));
            await Co.SleepAsync(5);
            Assert.True(await early);
            Assert.False(await endless.JoinAsync(Ms(100)));
            Assert.Equal(Ms(105), clock.Elapsed);
            await endless.KillAsync();
        });
    }

    [Fact]
    public void A_fiber_that_is_held_back_for_ever_never_begins() =>
        Run(async Coroutine () =>
        {
            Log log = new();
            Fiber never = Co.SpawnAfter(Timeout.InfiniteTimeSpan, () => log.Add("ran"));
            await Co.SleepAsync(10);
            log.ShouldBe("");
            await never.KillAsync();
            Assert.Equal(FiberState.Killed, never.State);
        });
}
