using System.Runtime.CompilerServices;

namespace CoGen.Tests;

public class CoroutineTests : Staged
{
    private static async Coroutine<int> Immediately(int value) => value;

    private static async Coroutine<int> AfterYield(int value)
    {
        await Co.YieldAsync();
        return value;
    }

    private static async Coroutine<int> Failing(string message)
    {
        await Co.YieldAsync();
        throw new FormatException(message);
    }

    [Fact]
    public void A_result_comes_through_without_and_with_a_suspension() =>
        Run(async Coroutine () =>
        {
            Assert.Equal(1, await Immediately(1));
            Assert.Equal(2, await AfterYield(2));
        });

    [Fact]
    public void A_call_that_never_suspends_is_complete_when_it_returns()
    {
        Assert.True(Immediately(3).IsCompleted);
        Assert.Equal(3, Immediately(3).GetAwaiter().GetResult());
    }

    [Fact]
    public void An_error_before_any_suspension_is_thrown_by_the_await_not_by_the_call()
    {
        static async Coroutine Throws() => throw new FormatException("early");

        Coroutine coroutine = Throws();
        FormatException error = Assert.Throws<FormatException>(() => coroutine.GetAwaiter().GetResult());
        Assert.Equal("early", error.Message);
    }

    [Fact]
    public void An_error_keeps_the_stack_of_where_it_was_thrown()
    {
        FormatException error = Assert.Throws<FormatException>(() => Run(async Coroutine () => await Outer()));
        Assert.Contains(nameof(Failing), error.StackTrace);
        Assert.Contains(nameof(Outer), error.StackTrace);
        Assert.Contains("CoroutineTests.cs:line", error.StackTrace);

        static async Coroutine Outer() => await Failing("deep");
    }

    [Fact]
    public void Finally_blocks_run_once_from_the_inside_out()
    {
        Log log = new();
        Assert.Throws<FormatException>(() => Run(async Coroutine () => await Outer()));
        log.ShouldBe("inner outer");

        async Coroutine Outer()
        {
            try
            {
                await Inner();
            }
            finally
            {
                await Co.YieldAsync();
                log.Add("outer");
            }
        }

        async Coroutine Inner()
        {
            try
            {
                await Failing("x");
            }
            finally
            {
                await Co.YieldAsync();
                log.Add("inner");
            }
        }
    }

    [Fact]
    public void A_chain_of_a_million_suspended_frames_unwinds_without_overflowing_the_stack()
    {
        const int Depth = 1_000_000;
        Assert.Equal(Depth, Run(async Coroutine<int> () => await Descend(Depth)));

        // Suspends before it calls on, so that the chain grows on the heap and not on the stack.
        static async Coroutine<int> Descend(int depth)
        {
            await Co.SleepAsync(1);
            return depth == 0 ? 0 : 1 + await Descend(depth - 1);
        }
    }

    [Fact]
    public void Two_coroutines_called_before_either_is_awaited_run_interleaved()
    {
        Log log = new();
        Run(async Coroutine () =>
        {
            Coroutine first = Steps("a");
            Coroutine second = Steps("b");
            await first;
            await second;
        });
        log.ShouldBe("a0 b0 a1 b1 a2 b2");

        async Coroutine Steps(string name)
        {
            for (int i = 0; i < 3; i++)
            {
                log.Add(name + i);
                await Co.YieldAsync();
            }
        }
    }

    [Fact]
    public void Awaiting_twice_one_after_the_other_says_so()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Run(async Coroutine () =>
        {
            Coroutine<int> coroutine = AfterYield(1);
            await coroutine;
            await coroutine;
        }));
        Assert.Contains("already awaited", error.Message);
    }

    [Fact]
    public void Awaiting_after_the_frame_has_found_a_new_user_says_so()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Run(async Coroutine () =>
        {
            Coroutine<int> stale = AfterYield(1);
            await stale;
            Coroutine<int> next = AfterYield(2);
            try
            {
                await stale;
            }
            finally
            {
                Assert.Equal(2, await next);
            }
        }));
        Assert.Contains("already awaited", error.Message);
    }

    [Fact]
    public void Awaiting_in_two_places_at_once_says_so_and_the_first_is_unharmed()
    {
        Log log = new();
        Virtual.Run(async Coroutine () =>
        {
            Coroutine<int> shared = AfterYield(7);
            Fiber first = Co.Spawn(Await, "first", shared);
            Fiber second = Co.Spawn(Await, "second", shared);
            Coroutine own = Await("own", shared);
            await own;
            await Co.JoinAllAsync(first, second);
        });
        log.ShouldBe("own:7 first:InvalidOperationException second:InvalidOperationException");

        async Coroutine Await(string name, Coroutine<int> coroutine)
        {
            try
            {
                log.Add($"{name}:{await coroutine}");
            }
            catch (InvalidOperationException error)
            {
                log.Add($"{name}:{error.GetType().Name}");
            }
        }
    }

    [Fact]
    public void Asking_a_running_coroutine_for_its_result_says_so() =>
        Run(async Coroutine () =>
        {
            Coroutine<int> running = AfterYield(1);
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => running.GetAwaiter().GetResult());
            Assert.Contains("not completed", error.Message);
            Assert.Equal(1, await running);
        });

    [Fact]
    public void Tasks_value_tasks_and_custom_awaitables_can_be_awaited() =>
        Assert.Equal(6, Co.Run(async Coroutine<int> () =>
        {
            int sum = await Task.Run(() => 1);
            sum += await new ValueTask<int>(Task.Run(() => 2));
            sum += await new Custom(3);
            return sum;
        }));

    [Fact]
    public async Task AsTask_can_be_awaited_many_times_and_carries_the_error()
    {
        Task<int> task = AfterYield(5).AsTask();
        Assert.Equal(5, await task);
        Assert.Equal(5, await task);
        await Assert.ThrowsAsync<FormatException>(() => Failing("x").AsTask());
    }

    [Fact]
    public async Task AsValueTask_of_a_completed_coroutine_is_complete()
    {
        ValueTask<int> task = Immediately(4).AsValueTask();
        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(4, await task);
        Assert.Equal(5, await AfterYield(5).AsValueTask());
    }

    /// <summary>An awaitable that calls back from a thread of its own.</summary>
    private readonly struct Custom(int value) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Custom GetAwaiter() => this;

        public int GetResult() => value;

        public void OnCompleted(Action continuation) => new Thread(() => continuation()).Start();
    }
}
