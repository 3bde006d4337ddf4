namespace CoGen.Tests;

/// <summary>Each twin ends as the blocking member does on the same task.</summary>
public class CoTaskTests : Staged
{
    private static Task Later(Func<Task> end) => Task.Run(async () =>
    {
        await Task.Yield();
        await end();
    });

    public static TheoryData<string> Ends => ["success", "error", "two errors", "cancelled"];

    private static Task Make(string end) => end switch
    {
        "success" => Later(() => Task.CompletedTask),
        "error" => Later(() => throw new FormatException("one")),
        "two errors" => Task.WhenAll(Make("error"), Make("error")),
        _ => Later(() => Task.FromCanceled(new CancellationToken(canceled: true))),
    };

    private static string Outcome(Action wait)
    {
        try
        {
            wait();
            return "ok";
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    private static async Coroutine<string> OutcomeAsync(Func<Coroutine> wait)
    {
        try
        {
            await wait();
            return "ok";
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    private static string Describe(Exception error) => error is AggregateException all
        ? $"{nameof(AggregateException)}({string.Join(", ", all.InnerExceptions.Select(Describe))})"
        : $"{error.GetType().Name}: {error.Message}";

    [Theory]
    [MemberData(nameof(Ends))]
    public void Wait_ends_as_the_original(string end) =>
        Assert.Equal(Outcome(() => Make(end).Wait()), Co.Run(async Coroutine<string> () => await OutcomeAsync(() => CoTask.WaitAsync(Make(end)))));

    [Theory]
    [MemberData(nameof(Ends))]
    public void GetResult_ends_as_the_original(string end) =>
        Assert.Equal(Outcome(() => Make(end).GetAwaiter().GetResult()), Co.Run(async Coroutine<string> () => await OutcomeAsync(() => CoTask.GetResultAsync(Make(end)))));

    [Fact]
    public void Result_wraps_the_error_as_the_original()
    {
        Task<int> task = Task.FromException<int>(new FormatException("x"));
        AggregateException error = Assert.Throws<AggregateException>(() => Co.Run(async Coroutine<int> () => await CoTask.ResultAsync(task)));
        Assert.IsType<FormatException>(error.InnerException);
        Assert.Equal(3, Co.Run(async Coroutine<int> () => await CoTask.ResultAsync(Task.Run(() => 3))));
        Assert.Equal(4, Co.Run(async Coroutine<int> () => await CoTask.ResultAsync(new ValueTask<int>(4))));
        Assert.Equal(5, Co.Run(async Coroutine<int> () => await CoTask.GetResultAsync(Task.Run(() => 5).ConfigureAwait(false))));
    }

    [Fact]
    public void Wait_with_a_timeout_says_whether_the_task_has_ended()
    {
        TaskCompletionSource never = new();
        Run(async Coroutine () =>
        {
            Assert.False(await CoTask.WaitAsync(never.Task, 10));
            Assert.True(await CoTask.WaitAsync(Task.CompletedTask, 0));
            Assert.False(await CoTask.WaitAsync(never.Task, TimeSpan.Zero));
            Assert.True(await CoTask.WaitAsync(Task.Run(() => { }), Timeout.Infinite));
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => CoTask.WaitAsync(never.Task, -2));
    }

    [Fact]
    public void Wait_is_cancelled_by_its_token()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource never = new();
        Co.Run(async Coroutine () =>
        {
            Fiber waiter = Co.Spawn(async Coroutine () =>
            {
                OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(
                    () => CoTask.WaitAsync(never.Task, source.Token).AsTask());
                Assert.Equal(source.Token, error.CancellationToken);
            });
            await Co.YieldAsync();
            source.Cancel();
            await waiter;
        });
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void WaitAll_ends_as_the_original(string end) =>
        Assert.Equal(
            Outcome(() => Task.WaitAll([Make("success"), Make(end)])),
            Co.Run(async Coroutine<string> () => await OutcomeAsync(() => CoTask.WaitAllAsync(Make("success"), Make(end)))));

    [Fact]
    public void WaitAny_returns_the_index_of_the_first_and_throws_nothing()
    {
        TaskCompletionSource never = new();
        Co.Run(async Coroutine () =>
        {
            Assert.Equal(1, await CoTask.WaitAnyAsync(never.Task, Make("error")));
            Assert.Equal(-1, await CoTask.WaitAnyAsync([never.Task], 1));
            Assert.Equal(-1, await CoTask.WaitAnyAsync());
            Assert.False(await CoTask.WaitAllAsync([never.Task], 1));
        });
    }

    [Fact]
    public void A_wait_whose_time_is_over_leaves_nothing_at_the_token()
    {
        using CancellationTokenSource longLived = new();
        WeakReference[] tasks = [.. Enumerable.Range(0, 10).Select(_ => WaitInVain(longLived.Token))];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(tasks.Count(static task => task.IsAlive), 0, 3);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference WaitInVain(CancellationToken token)
        {
            TaskCompletionSource source = new();
            Run(async Coroutine () => Assert.False(await CoTask.WaitAsync(source.Task, TimeSpan.FromMilliseconds(1), token)));
            return new WeakReference(source.Task);
        }
    }
}
