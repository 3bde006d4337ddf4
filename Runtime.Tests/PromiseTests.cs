using System.Runtime.CompilerServices;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class PromiseTests : Staged
{
    [Fact]
    public void A_result_is_set_once_and_read_many_times()
    {
        Promise<int> promise = new() { Name = "answer" };
        Assert.False(promise.TryGetResult(out _));
        promise.SetResult(42);
        Assert.Contains("Promise 'answer' was set before", Assert.Throws<InvalidOperationException>(() => promise.SetResult(1)).Message, StringComparison.Ordinal);
        Assert.False(promise.TrySetResult(2));
        Assert.False(promise.TrySetException(new FormatException()));
        Assert.True(promise.TryGetResult(out int result));
        Assert.Equal(42, result);
        Assert.Equal(42, promise.GetResult());
        Assert.Equal(42, promise.GetResult(TimeSpan.Zero));
        Assert.True(promise is { IsSucceeded: true, Exception: null, IsReady: true });
        promise.Wait();
    }

    [Fact]
    public void T34_An_error_is_the_same_instance_for_all_who_get_it_with_the_stack_it_had()
    {
        FormatException error = new();
        try { Throw(error); }
        catch (FormatException) { }

        Promise<int> promise = new();
        Assert.Throws<TimeoutException>(() => promise.GetResult(TimeSpan.Zero));
        promise.SetException(error);
        Assert.Same(error, promise.Exception);
        Assert.False(promise.IsSucceeded);
        Assert.True(promise.Wait(TimeSpan.Zero));
        string[] stacks = [.. Enumerable.Range(0, 3).Select(_ => Assert.Throws<FormatException>(() => promise.GetResult()).StackTrace!)];
        Assert.All(stacks, stack => Assert.Contains(nameof(Throw), stack, StringComparison.Ordinal));
        Assert.Equal(stacks[0].Length, stacks[2].Length);
        Assert.Same(error, Assert.Throws<FormatException>(() => promise.TryGetResult(out _)));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Throw(Exception error) => throw error;
    }

    [Fact]
    public void T35_No_time_at_all_with_an_error_of_ones_own_throws_that_instance() => Run(async () =>
    {
        Promise<int> promise = new();
        Co.SpawnAfter(Ms(10), () => { promise.SetResult(1); return default(Coroutine); });
        FormatException error = new();
        using (Co.TimeoutAfter(TimeSpan.Zero, error))
        {
            Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => promise.GetResultAsync().AsTask()));
        }

        Assert.Equal(1, await promise);
    });

    [Fact]
    public void It_is_awaited_by_many() => Run(async () =>
    {
        Promise<string> promise = new();
        Promise done = new();
        Fiber<string>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine<string> () => await promise))];
        Co.SpawnAfter(Ms(5), () => { promise.SetResult("x"); done.SetResult(); return default(Coroutine); });
        Assert.Equal(["x", "x", "x"], await Co.JoinAllAsync(readers));
        await done;
        Assert.Equal("x", await promise);
    });

    [Fact]
    public async Task Tasks_end_with_the_outcome()
    {
        Promise<int> promise = new();
        Task<int> before = promise.AsTask();
        Assert.False(before.IsCompleted);
        promise.SetResult(1);
        Assert.Equal(1, await before);
        Assert.Equal(1, await promise.AsTask());
        Assert.Equal(1, await promise);

        Promise failing = new();
        Task failed = failing.AsTask();
        OperationCanceledException error = new();
        failing.SetException(error);
        Assert.Same(error, await Assert.ThrowsAsync<OperationCanceledException>(() => failed));
        Assert.True(failed.IsCanceled);
        Assert.True(failing.AsTask().IsCanceled);
    }

    [Fact]
    public void A_task_outlives_the_fiber_that_asked_for_it() => Run(async () =>
    {
        Promise<int> promise = new();
        Task<int> task = null!;
        await Co.Spawn(() => { task = promise.AsTask(); return default(Coroutine); });
        Co.Spawn(() => { promise.SetResult(3); return default(Coroutine); });
        Assert.Equal(3, await task);
    });

    [Fact]
    public void T10_It_takes_over_how_a_fiber_ended() => Virtual.Run(async () =>
    {
        Fiber<int> good = Co.Spawn(async Coroutine<int> () => 5);
        Fiber<int> killed = Co.Spawn(async Coroutine<int> () => { await Co.SleepAsync(Timeout.Infinite); return 0; });
        Promise<int> value = new();
        Promise done = new();
        Promise<int> error = new();
        Promise failed = new();
        Assert.Throws<InvalidOperationException>(() => value.SetFrom(good));
        await good.JoinAsync();
        await killed.KillAsync();
        value.SetFrom(good);
        done.SetFrom(good);
        error.SetFrom(killed);
        failed.SetFrom(killed);
        value.SetFrom(killed);
        Assert.Equal(5, await value);
        await done;
        Assert.IsType<FiberKilledException>(error.Exception);
        Assert.Same(error.Exception, failed.Exception);
    });

    [Fact]
    public void T10_It_is_linked_to_a_fiber_before_and_after_its_end() => Run(async () =>
    {
        Fiber<int> good = Co.Spawn(async Coroutine<int> () => 5);
        Promise<int> before = new();
        Promise<int> inline = new();
        Promise<int> after = new();
        Promise done = new();
        good.OnEnd(before.SetFrom);
        good.OnEndInline(inline.SetFrom);
        Assert.Equal(5, await before);
        Assert.Equal(5, await inline);
        good.OnEnd(after.SetFrom);
        good.AsFiber().OnEnd(done.SetFrom);
        Assert.Equal(5, await after);
        await done;
    });

    [Fact]
    public void Only_the_first_of_many_threads_sets_it()
    {
        for (int round = 0; round < 200; round++)
        {
            Promise<int> promise = new();
            int firsts = 0;
            int got = 0;
            Task<int> reader = promise.AsTask();
            Parallel.For(1, 5, i =>
            {
                if (!promise.TrySetResult(i)) return;
                Interlocked.Increment(ref firsts);
                got = i;
            });
            Assert.Equal(1, firsts);
            Assert.Equal(got, promise.GetResult());
            Assert.Equal(got, reader.Result);
        }
    }
}
