using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class DeadlockTests
{
    [Fact]
    public void Two_fibers_that_join_each_other_are_named_with_what_they_wait_for()
    {
        DeadlockException error = Assert.Throws<DeadlockException>(() => Run(async Coroutine () =>
        {
            Fiber first = default;
            Fiber second = default;
            first = Co.Spawn(async Coroutine () => await second.JoinAsync()).Named("first");
            second = Co.Spawn(async Coroutine () => await first.JoinAsync()).Named("second");
            await first.JoinAsync();
        }));
        Assert.Contains(new ParkedFiber("first", "Join of 'second'"), error.Parked);
        Assert.Contains(new ParkedFiber("second", "Join of 'first'"), error.Parked);
        Assert.Equal("main", error.Parked[0].Name);
        Assert.Contains("'first' waits for Join of 'second'", error.Message);
    }

    [Fact]
    public void Plain_code_gets_the_error_and_the_loop_goes_on_afterwards()
    {
        Fiber self = default;
        self = Co.Spawn(async Coroutine () => await self.JoinAsync());
        Assert.Throws<DeadlockException>(() => self.Join());
        Co.Sleep(1);
        Assert.Equal(1, Co.Run(async Coroutine<int> () =>
        {
            await Co.YieldAsync();
            return 1;
        }));
        self.Kill();
        Assert.Equal(FiberState.Killed, self.State);
    }

    [Fact]
    public void A_timer_a_task_or_a_timeout_is_no_deadlock()
    {
        Fiber forever = Co.Spawn(async Coroutine () => await Co.SleepAsync(Timeout.Infinite));
        Assert.False(forever.Join(Ms(1)));
        Co.Run(async Coroutine () => await Task.Delay(1));
        Co.Sleep(1);
        forever.Kill();
    }

    [Fact]
    public void To_sleep_for_ever_alone_is_a_deadlock() => Assert.Throws<DeadlockException>(() => Co.Sleep(Timeout.Infinite));
}
