using System.Runtime.CompilerServices;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class DeadlockTests : Staged
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
        Assert.Equal(["first", "second"], Assert.Single(error.Cycles).Select(fiber => fiber.Name));
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

    [Fact]
    public void A_coroutine_begun_outside_is_an_outside_event_only_while_it_is_awaited()
    {
        Log log = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Coroutine outside = Wait();
        Assert.Throws<DeadlockException>(() => Run(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () => gate.SetResult());
            await outside;
            log.Add("came");
            await Co.SleepAsync(Timeout.Infinite);
        }));
        log.ShouldBe("came");

        async Coroutine Wait() => await gate.Task;
    }

    [Fact]
    public void An_await_in_another_fiber_does_not_hide_a_deadlock() =>
        Assert.Throws<DeadlockException>(() => Virtual.Run(async Coroutine () =>
        {
            Coroutine shared = Work();
            await Co.Spawn(async Coroutine () => await shared);
            await Co.SleepAsync(Timeout.Infinite);

            static async Coroutine Work() => await Co.SleepAsync(1);
        }));

    [Fact]
    public void An_awaiter_that_refuses_does_not_hide_a_deadlock() =>
        Assert.Throws<DeadlockException>(() => Run(async Coroutine () =>
        {
            try
            {
                await new Refusing();
            }
            catch (NotSupportedException)
            {
            }

            await Co.SleepAsync(Timeout.Infinite);
        }));

    private readonly struct Refusing : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Refusing GetAwaiter() => this;

        public void GetResult() { }

        public void OnCompleted(Action continuation) => throw new NotSupportedException();
    }
}
