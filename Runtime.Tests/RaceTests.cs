namespace CoGen.Tests;

/// <summary>
/// Things that meet at the same moment, over and over: each must count once, and none be lost. A select among very many queues
/// makes the moment long.
/// </summary>
public class RaceTests
{
    private const int Rounds = 60;

    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly CoQueue<int>[] s_queues = [.. Enumerable.Range(0, 3000).Select(static _ => new CoQueue<int>())];

    private readonly Random _random = new(1);

    /// <summary>Another thread that does something at a random moment after <see cref="Go"/>.</summary>
    private sealed class Rival : IDisposable
    {
        private readonly Thread _thread;
        private bool _goes;

        internal Rival(Random random, Action act)
        {
            int delay = random.Next(20_000);
            _thread = new Thread(() =>
            {
                while (!Volatile.Read(ref _goes)) ;
                Thread.SpinWait(delay);
                act();
            });
            _thread.Start();
        }

        internal void Go() => Volatile.Write(ref _goes, true);

        public void Dispose()
        {
            Go();
            _thread.Join();
        }
    }

    private static CoSelect SelectFromMany(SelectFirst? first = null)
    {
        CoSelect select = new();
        first?.Invoke(select);
        foreach (CoQueue<int> queue in s_queues) select.Take(queue);
        return select;
    }

    private delegate void SelectFirst(CoSelect select);

    [Fact]
    public void A_task_that_ends_while_a_select_takes_its_places_is_seen()
    {
        for (int i = 0; i < Rounds; i++)
        {
            TaskCompletionSource source = new();
            SelectCase? ended = null;
            CoSelect select = SelectFromMany(select => ended = select.Ready(source.Task));
            using Rival rival = new(_random, source.SetResult);
            rival.Go();
            Assert.Same(ended, select.Wait(s_long));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Async_code_in_a_fiber_goes_on_once_when_a_signal_and_a_cancellation_meet(bool isOnPool)
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        Scheduler scheduler = isOnPool ? new PoolScheduler() : background.Scheduler;
        CoSemaphore semaphore = new(0);
        CoSelect select = SelectFromMany();
        select.Ready(semaphore);
        bool isOver = false;
        using Rival holder = new(_random, () =>
        {
            while (!Volatile.Read(ref isOver)) select.TryWait();
        });
        holder.Go();
        for (int i = 0; i < Rounds; i++)
        {
            using CancellationTokenSource source = new();
            int wentOn = 0;
            Promise begun = new();
            Fiber fiber = scheduler.Spawn(async Coroutine () =>
            {
                Task task = Wait();
                begun.SetResult();
                await task;
            });
            begun.GetResult();
            using (Rival rival = new(_random, source.Cancel))
            {
                semaphore.Release();
                rival.Go();
                fiber.Join();
            }

            // Whatever has come too late has its turn.
            scheduler.Run(static () => { });
            semaphore.TryWait();
            Assert.Equal(FiberState.Succeeded, fiber.State);
            Assert.Equal(1, Volatile.Read(ref wentOn));

            async Task Wait()
            {
                try
                {
                    await semaphore.WaitAsync(Timeout.InfiniteTimeSpan, source.Token);
                }
                catch (OperationCanceledException)
                {
                }

                Interlocked.Increment(ref wentOn);
            }
        }

        Volatile.Write(ref isOver, true);
    }

    [Fact]
    public void A_wait_that_is_killed_and_cancelled_at_once_ends_once()
    {
        PoolScheduler pool = new();
        CoSelect select = SelectFromMany();
        for (int i = 0; i < Rounds; i++)
        {
            using CancellationTokenSource source = new();
            int wentOn = 0;
            Promise begun = new();
            Fiber fiber = pool.Spawn(async Coroutine () =>
            {
                begun.SetResult();
                try
                {
                    await select.WaitAsync(source.Token);
                }
                finally
                {
                    wentOn++;
                    for (int turn = 0; turn < 3; turn++) await Co.YieldAsync();
                }
            });
            begun.GetResult();
            using (Rival rival = new(_random, source.Cancel))
            {
                rival.Go();
                fiber.Kill();
            }

            Assert.Equal(1, wentOn);
        }
    }
}
