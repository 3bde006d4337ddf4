using System.Runtime.CompilerServices;

namespace CoGen.Tests;

public class CoThreadPoolTests : Staged
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private static void Open(ManualResetEventSlim gate) => Assert.True(gate.Wait(s_limit));

    /// <summary>Waits, in real time, for what real threads do by themselves.</summary>
    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, s_limit));

    [Fact]
    public void A_blocking_call_runs_on_a_thread_of_the_pool_while_other_fibers_go_on()
    {
        using CoThreadPool pool = new(1) { Name = "calls" };
        using ManualResetEventSlim gate = new();
        Run(async () =>
        {
            Fiber<string?> caller = Co.Spawn(() => pool.RunAsync(() =>
            {
                Open(gate);
                return Thread.CurrentThread.Name;
            }));
            await Co.YieldAsync();
            gate.Set();
            Assert.Equal("CoThreadPool 'calls' thread", await caller);
            Assert.Equal(3, await pool.RunAsync(n => n + 1, 2));
            int seen = 0;
            await pool.RunAsync(() => { seen = 1; });
            await pool.RunAsync(n => { seen += n; }, 4);
            Assert.Equal(5, seen);
        });
    }

    [Fact]
    public void Plain_code_and_async_code_call_too()
    {
        using CoThreadPool pool = new(1);
        Assert.Equal(1, pool.Run(() => 1));
        Assert.Equal(2, pool.RunAsync(() => 2).AsTask().GetAwaiter().GetResult());
        Assert.Equal(3, pool.Spawn(n => n, 3).Result);
        pool.Run(() => { });
        pool.Join();
        Assert.Equal(0, pool.Count);
        Assert.Equal(7, new OffThread<string>("a thing", pool).Run(text => text.Length));
    }

    [Fact]
    public void An_error_is_thrown_as_it_is_with_the_stack_it_was_thrown_on()
    {
        using CoThreadPool pool = new(1);
        FormatException original = new("on the thread");
        FormatException error = Assert.Throws<FormatException>(() => Run(() => pool.RunAsync(() => Fail(original))));
        Assert.Same(original, error);
        Assert.Contains(nameof(Fail), error.StackTrace, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => pool.Run(() => throw new OperationCanceledException()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(Exception error) => throw error;

    [Fact]
    public void Ambient_state_flows_to_the_call_and_not_back()
    {
        using CoThreadPool pool = new(1);
        AsyncLocal<int> local = new() { Value = 1 };
        Run(async () =>
        {
            local.Value = 2;
            Assert.Equal(2, await pool.RunAsync(() => local.Value++));
            Assert.Equal(2, local.Value);
            Task<int> unrelated;
            using (ExecutionContext.SuppressFlow()) unrelated = pool.Spawn(() => local.Value);
            Assert.Equal(0, await CoTask.ResultAsync(unrelated));
        });
    }

    [Fact]
    public void T72_Threads_begin_on_demand_up_to_the_size_and_end_when_idle()
    {
        using CoThreadPool pool = new(2, TimeSpan.FromMilliseconds(1));
        using ManualResetEventSlim gate = new();
        Assert.Equal(0, pool.ThreadCount);
        Task[] calls = [.. Enumerable.Range(0, 3).Select(_ => pool.Spawn(() => Open(gate)))];
        Assert.Equal(2, pool.ThreadCount);
        Assert.Equal(3, pool.Count);
        pool.Size = 3;
        Assert.Equal(3, pool.ThreadCount);
        pool.Size = 1;
        gate.Set();
        Task.WaitAll(calls, s_limit);
        Until(() => pool.ThreadCount == 0);
        Assert.Equal(5, pool.Run(() => 5));
    }

    [Fact]
    public void T72_Lowering_the_size_ends_idle_threads()
    {
        using CoThreadPool pool = new(3, Timeout.InfiniteTimeSpan);
        using Barrier barrier = new(3);
        Task.WaitAll([.. Enumerable.Range(0, 3).Select(_ => pool.Spawn(() => barrier.SignalAndWait(s_limit)))], s_limit);
        Assert.Equal(3, pool.ThreadCount);
        pool.Size = 1;
        Until(() => pool.ThreadCount == 1);
        Assert.Equal(1, pool.Run(() => 1));
    }

    [Fact]
    public void T72_An_impossible_size_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoThreadPool(-1));
        using CoThreadPool pool = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Size = -1);
        Assert.Equal(10, pool.Size);
    }

    [Fact]
    public void T72_Without_threads_calls_wait_and_then_run_in_order()
    {
        Log log = new();
        using CoThreadPool pool = new(0);
        Run(async () =>
        {
            Task[] calls = [.. Enumerable.Range(1, 5).Select(i => pool.RunAsync(i => log.Add(i), i).AsTask())];
            Assert.Equal(5, pool.Count);
            pool.Size = 1;
            await CoTask.WaitAllAsync(calls);
        });
        log.ShouldBe("1 2 3 4 5");
    }

    [Fact]
    public void T72_A_spawn_waits_when_more_calls_are_there_than_threads_and_backlog()
    {
        Log log = new();
        using CoThreadPool pool = new(1) { Backlog = 1 };
        using ManualResetEventSlim gate = new();
        Virtual.Run(async () =>
        {
            Task first = await pool.SpawnAsync(() => Open(gate));
            Task second = await pool.SpawnAsync(() => log.Add("second"));
            Fiber<Task> third = Co.Spawn(() => pool.SpawnAsync(() => log.Add("third")));
            Fiber<Task> fourth = Co.Spawn(() => pool.SpawnAsync(() => log.Add("fourth")));
            await Co.YieldAsync();
            Assert.False(third.IsFinished);
            gate.Set();
            await CoTask.WaitAsync(await third);
            await CoTask.WaitAsync(await fourth);
            await pool.JoinAsync();
            Assert.True(first.IsCompleted && second.IsCompleted);
        });
        log.ShouldBe("second third fourth");
    }

    [Fact]
    public void Who_waits_to_spawn_goes_on_when_the_size_is_raised()
    {
        using CoThreadPool pool = new(0);
        Run(async () =>
        {
            Task<int> first = await pool.SpawnAsync(() => 1);
            Fiber<Task<int>> second = Co.Spawn(() => pool.SpawnAsync(() => 2));
            await Co.YieldAsync();
            Assert.False(second.IsFinished);
            pool.Size = 2;
            Assert.Equal(2, await CoTask.ResultAsync(await second));
            Assert.Equal(1, await CoTask.ResultAsync(first));
        });
    }

    [Fact]
    public void A_call_that_has_not_begun_is_not_made_when_nobody_waits_for_it_any_more()
    {
        using CoThreadPool pool = new(0);
        bool ran = false;
        Run(async () =>
        {
            using CancellationTokenSource source = new();
            Task spawned = await pool.SpawnAsync(() => { ran = true; }, source.Token);
            Fiber killed = Co.Spawn(() => pool.RunAsync(() => { ran = true; }));
            Fiber limited = Co.Spawn(async () => Assert.False(await Co.TryWithTimeoutAsync(Virtual.Ms(5), () => pool.RunAsync(() => { ran = true; }))));
            Fiber spawner = Co.Spawn(() => pool.SpawnAsync(() => { ran = true; }));
            Fiber patient = Co.Spawn(() => pool.SpawnAsync(() => { ran = true; }, source.Token));
            await Co.SleepAsync(1);
            await killed.KillAsync();
            await spawner.KillAsync();
            source.Cancel();
            await limited;
            await patient.JoinAsync();
            Assert.True(spawned.IsCanceled);
            Assert.Equal(0, pool.Count);
            pool.Size = 1;
            await pool.RunAsync(() => { });
        });
        Assert.False(ran);
    }

    [Fact]
    public void Who_is_interrupted_stops_waiting_and_the_call_goes_on()
    {
        using CoThreadPool pool = new(1);
        using ManualResetEventSlim begun = new();
        using ManualResetEventSlim gate = new();
        Run(async () =>
        {
            using CancellationTokenSource source = new();
            Fiber caller = Co.Spawn(() => pool.RunAsync(() =>
            {
                begun.Set();
                Open(gate);
            }, source.Token));
            await Co.YieldAsync();
            Until(() => begun.IsSet);
            source.Cancel();
            await caller.JoinAsync();
            Assert.IsAssignableFrom<OperationCanceledException>(caller.Exception);
            Assert.Equal(1, pool.Count);
            gate.Set();
            Assert.True(await pool.JoinAsync(Timeout.InfiniteTimeSpan));
        });
    }

    [Fact]
    public void T72_A_call_within_a_call_runs_inline()
    {
        using CoThreadPool pool = new(1);
        Run(async () =>
        {
            int thread = 0;
            int inner = await pool.RunAsync(() =>
            {
                thread = Environment.CurrentManagedThreadId;
                return pool.Run(() => pool.Run(n => n + (0 * pool.Spawn(() => 1).Id), Environment.CurrentManagedThreadId));
            });
            Assert.Equal(thread, inner);
            await pool.RunAsync(() => Assert.Throws<InvalidOperationException>(() => pool.Join()));
            Assert.Equal(6, await pool.RunAsync(() => pool.Map([1, 2, 3], n => n).Sum()));
        });
    }

    [Fact]
    public void T72_Arguments_and_results_are_not_kept()
    {
        using CoThreadPool pool = new(1, Timeout.InfiniteTimeSpan);
        (WeakReference argument, WeakReference result) = Use(pool);
        Until(() =>
        {
            GC.Collect();
            return !argument.IsAlive && !result.IsAlive;
        });
        Assert.Equal(1, pool.ThreadCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Argument, WeakReference Result) Use(CoThreadPool pool)
    {
        object argument = new();
        object result = pool.Run(_ => new object(), argument);
        return (new WeakReference(argument), new WeakReference(result));
    }

    [Fact]
    public void T72_Spawning_is_allowed_on_every_thread()
    {
        using CoThreadPool pool = new(2);
        int calls = 0;
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() => Co.Run(async () =>
        {
            for (int i = 0; i < 200; i++) await pool.RunAsync(() => Interlocked.Increment(ref calls));
            for (int i = 0; i < 200; i++) await pool.SpawnAsync(() => Interlocked.Increment(ref calls));
        })))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.True(pool.Join(s_limit));
        Assert.Equal(1200, calls);
    }

    [Fact]
    public void T72_Callbacks_of_a_call_run_once_and_their_errors_are_contained()
    {
        using CoThreadPool pool = new(1);
        int called = 0;
        Task<int> call = pool.Spawn(() => 1);
        Task callback = call.ContinueWith(_ =>
        {
            called++;
            throw new FormatException();
        }, TaskScheduler.Default);
        Assert.Throws<AggregateException>(() => callback.Wait(s_limit));
        Assert.Equal(1, called);
        Assert.Equal(2, pool.Run(() => 2));
    }

    [Fact]
    public void Maps_run_on_the_threads()
    {
        using CoThreadPool pool = new(2);
        Run(async () =>
        {
            int[] eager = await pool.MapAsync([1, 2, 3], n => n * n);
            Assert.Equal([1, 4, 9], eager);
            List<int> lazy = [];
            await foreach (int square in pool.MapEach([1, 2, 3], n => n * n))
            {
                GC.Collect();
                lazy.Add(square);
            }

            Assert.Equal([1, 4, 9], lazy);
            lazy.Clear();
            await foreach (int square in pool.MapEachUnordered([1, 2, 3], n => n * n)) lazy.Add(square);
            Assert.Equal([1, 4, 9], lazy.Order());
        });
        Assert.Equal([1, 4], pool.Map([1, 2], n => n * n));
    }

    [Fact]
    public void After_Dispose_nothing_begins_any_more()
    {
        using ManualResetEventSlim gate = new();
        CoThreadPool pool = new(1) { Backlog = 5 };
        Task<int> running = pool.Spawn(() =>
        {
            Open(gate);
            return 1;
        });
        Until(() => pool.ThreadCount == 1);
        Task<int> queued = pool.Spawn(() => 2);
        Until(() => pool.Count == 2);
        pool.Dispose();
        gate.Set();
        Assert.True(pool.Join(s_limit));
        Assert.True(queued.IsCanceled);
        Assert.True(running.IsCanceled || running.Result == 1);
        Assert.Throws<ObjectDisposedException>(() => pool.Run(() => { }));
        Until(() => pool.ThreadCount == 0);
        pool.Dispose();
    }
}
