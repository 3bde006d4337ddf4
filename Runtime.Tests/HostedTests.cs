using System.Collections.Concurrent;

namespace CoGen.Tests;

/// <summary>Twins awaited by ordinary async code, outside any fiber.</summary>
public class HostedTests
{
    private static async Coroutine<int> Work(int value)
    {
        await Co.SleepAsync(1);
        await Co.YieldAsync();
        await Task.Yield();
        return value + await Inner();

        static async Coroutine<int> Inner()
        {
            await Co.SleepAsync(1);
            return 1;
        }
    }

    [Fact]
    public async Task A_twin_works_like_any_async_method() => Assert.Equal(3, await Work(2));

    [Fact]
    public async Task Many_at_once_complete_with_their_own_results()
    {
        int[] results = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(async () => await Work(i))));
        Assert.Equal(Enumerable.Range(1, 2000), results);
    }

    [Fact]
    public async Task The_task_of_a_cancelled_coroutine_throws_what_the_coroutine_threw()
    {
        Task plain = CancelPlain().AsTask();
        Task<int> task = Cancel("task").AsTask();
        Assert.Equal("plain", (await Assert.ThrowsAsync<FiberKilledException>(() => plain)).Message);
        Assert.Equal("task", (await Assert.ThrowsAsync<FiberKilledException>(() => task)).Message);
        Assert.True(plain.IsCanceled && task.IsCanceled);

        static async Coroutine CancelPlain() => await Cancel("plain");

        static async Coroutine<int> Cancel(string message)
        {
            await Co.SleepAsync(1);
            throw new FiberKilledException(message);
        }
    }

    [Fact]
    public async Task Errors_come_through()
    {
        FormatException error = await Assert.ThrowsAsync<FormatException>(async () => await Fail());
        Assert.Contains(nameof(Fail), error.StackTrace);

        static async Coroutine Fail()
        {
            await Co.SleepAsync(1);
            throw new FormatException();
        }
    }

    [Fact]
    public void The_ambient_synchronization_context_is_kept() => OneThreadContext.Run(async () =>
    {
        int thread = Environment.CurrentManagedThreadId;
        await Steps();
        Assert.Equal(thread, Environment.CurrentManagedThreadId);

        async Coroutine Steps()
        {
            for (int i = 0; i < 5; i++)
            {
                await Co.SleepAsync(1);
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await Co.YieldAsync();
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await CoTask.WaitAsync(Task.Run(() => { }));
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
            }
        }
    });

    [Fact]
    public async Task The_ambient_task_scheduler_is_kept()
    {
        TaskScheduler exclusive = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await Task.Factory.StartNew(async () =>
        {
            await Steps();
            Assert.Same(exclusive, TaskScheduler.Current);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.None, exclusive).Unwrap();

        async Coroutine Steps()
        {
            await Co.YieldAsync();
            Assert.Same(exclusive, TaskScheduler.Current);
            await Co.SleepAsync(1);
            Assert.Same(exclusive, TaskScheduler.Current);
        }
    }

    [Fact]
    public async Task AsyncLocals_survive_each_wait()
    {
        AsyncLocal<string> local = new() { Value = "caller's" };
        await Check();
        Assert.Equal("caller's", local.Value);

        async Coroutine Check()
        {
            Assert.Equal("caller's", local.Value);
            await Co.SleepAsync(1);
            local.Value = "own";
            await Co.YieldAsync();
            Assert.Equal("own", local.Value);
        }
    }

    /// <summary>A user interface's context in small: everything posted runs on one thread.</summary>
    private sealed class OneThreadContext : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

        public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

        internal static void Run(Func<Task> entry)
        {
            SynchronizationContext? before = Current;
            OneThreadContext context = new();
            SetSynchronizationContext(context);
            try
            {
                Task task = entry();
                task.ContinueWith(_ => context._posted.CompleteAdding(), TaskScheduler.Default);
                foreach ((SendOrPostCallback callback, object? state) in context._posted.GetConsumingEnumerable()) callback(state);
                task.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}
