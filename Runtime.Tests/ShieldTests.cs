using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class ShieldTests : Staged
{
    private readonly Log _log = new();

    [Fact]
    public void A_shield_holds_a_kill_back_until_it_is_closed() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                using (ShieldScope shield = Co.Shield())
                {
                    Assert.False(shield.IsHolding);
                    await Co.SleepAsync(20);
                    Assert.True(shield.IsHolding);
                    _log.Add("step");
                }

                _log.Add("no wait yet");
                await Co.SleepAsync(Timeout.Infinite);
                _log.Add("not reached");
            });
            await Co.SleepAsync(10);
            Assert.False(await fiber.KillAsync(Ms(5)));
            Assert.True(await fiber.JoinAsync(Ms(5)));
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("step no wait yet");
        });

    [Fact]
    public void A_shield_holds_back_outer_timeouts_and_lets_inner_ones_pass() =>
        Run(async Coroutine () =>
        {
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                using (Co.Shield())
                {
                    await Co.SleepAsync(20);
                    Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () => await Co.SleepAsync(Timeout.Infinite)));
                    _log.Add("shielded");
                }

                await Co.YieldAsync();
                _log.Add("not reached");
            }));
            _log.ShouldBe("shielded");
        });

    [Fact]
    public void A_shield_with_a_limit_gives_way_then_at_the_wait_itself() =>
        Assert.Equal(Ms(30), Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await Co.SleepAsync(Timeout.Infinite);
                }
                finally
                {
                    using ShieldScope shield = Co.Shield(Ms(20));
                    await Co.SleepAsync(Timeout.Infinite);
                }
            });
            await Co.SleepAsync(5);
            fiber.Cancel();
            await Co.SleepAsync(5);
            fiber.Cancel(new FiberKilledException("second"));
            await Co.SleepAsync(1);
            Assert.Equal(FiberState.Waiting, fiber.State);
            Assert.False(await fiber.JoinAsync(Ms(13)));
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            await Co.SleepAsync(5);
        }));

    [Fact]
    public void The_token_inside_is_a_fresh_one_until_the_shield_gives_way() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                CancellationToken outside = Co.Token;
                using (Co.Shield(Ms(20)))
                {
                    CancellationToken inside = Co.Token;
                    Assert.NotEqual(outside, inside);
                    await Co.SleepAsync(10);
                    Assert.True(outside.IsCancellationRequested);
                    Assert.True(Co.Current!.Value.Token.IsCancellationRequested);
                    Assert.False(inside.IsCancellationRequested);
                    Assert.Equal(inside, Co.Token);
                    _log.Add("inside");
                    await Task.Delay(Timeout.Infinite, inside);
                }
            });
            await Co.SleepAsync(5);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("inside");
        });

    [Fact]
    public void Behind_a_shield_only_what_can_come_through_counts_as_time_left()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            using TimeoutScope scope = Co.TimeoutAfter(Ms(100));
            using (Co.Shield()) Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
            using (Co.Shield(Ms(10))) Assert.Equal(Ms(100), Co.TimeLeft);
            using (Co.Shield(Ms(200))) Assert.Equal(Ms(200), Co.TimeLeft);
            scope.Cancel();
            using (Co.Shield(Ms(200))) Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
        });
    }

    [Fact]
    public void Nested_shields_hold_until_the_outermost_is_closed() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                using (Co.Shield())
                {
                    using (Co.Shield()) await Co.SleepAsync(10);
                    await Co.SleepAsync(10);
                    _log.Add("outer done");
                }

                await Co.YieldAsync();
                _log.Add("not reached");
            });
            await Co.SleepAsync(5);
            await fiber.KillAsync();
            _log.ShouldBe("outer done");
        });

    [Fact]
    public void A_kill_that_comes_while_shielded_does_not_disturb_others() =>
        Run(async Coroutine () =>
        {
            Fiber shielded = Co.Spawn(async Coroutine () =>
            {
                using (Co.Shield()) await Co.SleepAsync(10);
            });
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                for (int i = 0; i < 10; i++) await Co.YieldAsync();
            });
            await Co.SleepAsync(1);
            shielded.Cancel();
            await Co.JoinAllAsync(shielded, other);
            Assert.Equal(FiberState.Succeeded, shielded.State);
            Assert.Equal(FiberState.Succeeded, other.State);
        });
}
