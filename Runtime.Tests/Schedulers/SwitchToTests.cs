using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class SwitchToTests
{
    [Fact]
    public void A_fiber_goes_to_the_pool_and_comes_back()
    {
        int home = Environment.CurrentManagedThreadId;
        AsyncLocal<string> ambient = new();

        // A loop of its own: what other tests have left on that of the thread is not counted.
        LoopScheduler loop = new();
        loop.Run(async Coroutine () =>
        {
            ambient.Value = "kept";
            for (int i = 0; i < 100; i++)
            {
                await Co.SwitchToAsync(PoolScheduler.Default);
                Assert.True(Thread.CurrentThread.IsThreadPoolThread);
                Assert.Same(PoolScheduler.Default, Scheduler.Current);
                Assert.Equal("kept", ambient.Value);
                await Co.YieldAsync();
                ambient.Value = "changed";
                await Co.SwitchToAsync(loop);
                Assert.Equal(home, Environment.CurrentManagedThreadId);
                Assert.Equal("changed", ambient.Value);
                ambient.Value = "kept";
            }

            Assert.Equal(1, loop.SuspendedCount);
        });
    }

    [Fact]
    public void A_fiber_goes_from_loop_to_loop()
    {
        using BackgroundLoop one = BackgroundLoop.Start();
        using BackgroundLoop other = BackgroundLoop.Start();
        one.Scheduler.Run(async Coroutine () =>
        {
            int first = Environment.CurrentManagedThreadId;
            await Co.SwitchToAsync(other.Scheduler);
            Assert.NotEqual(first, Environment.CurrentManagedThreadId);
            await Co.SleepAsync(1);
            await Co.SwitchToAsync(one.Scheduler);
            Assert.Equal(first, Environment.CurrentManagedThreadId);
        });
    }

    [Fact]
    public void It_moves_with_all_that_called_it_and_others_of_the_loop_run_meanwhile()
    {
        Log log = new();
        using ManualResetEventSlim ran = new();
        Co.Run(async Coroutine () =>
        {
            Co.Spawn(async Coroutine () => ran.Set());
            Assert.Equal(3, await Outer());
            log.Add(Thread.CurrentThread.IsThreadPoolThread);
        });
        log.ShouldBe("True");

        async Coroutine<int> Outer() => 1 + await Inner();

        async Coroutine<int> Inner()
        {
            await Co.SwitchToAsync(PoolScheduler.Default);
            ran.Wait();
            return 2;
        }
    }

    [Fact]
    public void Those_who_joined_it_before_are_told_of_its_end_elsewhere()
    {
        Log log = new();
        Run(async Coroutine () =>
        {
            CoSemaphore gone = new(0);
            Fiber<int> fiber = Co.Spawn(async Coroutine<int> () =>
            {
                await Co.SwitchToAsync(PoolScheduler.Default);
                await gone.WaitAsync();
                return 1;
            });
            Fiber impatient = Co.Spawn(async Coroutine () => log.Add(await fiber.JoinAsync(Ms(1))));
            Fiber patient = Co.Spawn(async Coroutine () => log.Add(await fiber));
            await impatient;
            gone.Release();
            await patient;
        });
        log.ShouldBe("False 1");
    }

    [Fact]
    public void A_kill_finds_it_wherever_it_is()
    {
        PoolScheduler pool = new();
        for (int i = 0; i < 200; i++)
        {
            Co.Run(async Coroutine () =>
            {
                Scheduler loop = Scheduler.Current;
                Fiber nomad = Co.Spawn(async Coroutine () =>
                {
                    while (true)
                    {
                        await Co.SwitchToAsync(pool);
                        await Co.YieldAsync();
                        await Co.SwitchToAsync(loop);
                    }
                });
                for (int yields = i % 7; yields > 0; yields--) await Co.YieldAsync();
                await nomad.KillAsync();
                Assert.Equal(FiberState.Killed, nomad.State);
            });
        }

        Assert.Equal(0, pool.SuspendedCount);
    }

    [Fact]
    public void What_cannot_be_moved_stays_and_says_why()
    {
        Assert.Throws<InvalidOperationException>(() => Co.SwitchTo(PoolScheduler.Default));
        Run(async Coroutine () =>
        {
            Scheduler home = Scheduler.Current;
            Coroutine other = Co.SleepAsync(10);
            Assert.Contains("not awaited", await Refused());
            await other;

            using (Co.TimeoutAfter(Ms(1000))) Assert.Contains("timeout scope", await Refused());

            await new Greenlet(async Coroutine () => Assert.Contains("greenlets", await Refused())).SwitchAsync();
            Assert.Same(home, Scheduler.Current);
            Assert.Throws<BlockingCallException>(() => Co.SwitchTo(PoolScheduler.Default));
        });

        static async Coroutine<string> Refused()
        {
            try
            {
                await Co.SwitchToAsync(PoolScheduler.Default);
            }
            catch (InvalidOperationException error)
            {
                return error.Message;
            }

            return "moved";
        }
    }

    [Fact]
    public async Task Async_code_outside_fibers_cannot_be_moved() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Co.SwitchToAsync(PoolScheduler.Default).AsTask());

    [Fact]
    public void A_loop_whose_fiber_is_away_waits_for_it() =>
        Run(async Coroutine () =>
        {
            CoSemaphore back = new(0);
            Co.Spawn(async Coroutine () =>
            {
                await Co.SwitchToAsync(PoolScheduler.Default);
                await Task.Delay(5);
                back.Release();
            });

            // The loop is self-contained: nobody else could release it.
            await back.WaitAsync();
        });

    [Fact]
    public void A_loop_whose_fiber_has_ended_elsewhere_waits_no_longer() =>
        Assert.Throws<DeadlockException>(() => Run(async Coroutine () =>
        {
            Fiber gone = Co.Spawn(async Coroutine () =>
            {
                await Co.SwitchToAsync(PoolScheduler.Default);
                await Task.Delay(5);
            });
            await new CoSemaphore(0).WaitAsync();
        }));

    [Fact]
    public void A_fiber_that_goes_to_and_fro_while_other_threads_do_things_to_it_always_arrives()
    {
        using BackgroundLoop loop = BackgroundLoop.Start();
        PoolScheduler pool = new();
        Fiber[] fibers = [.. Enumerable.Range(0, 4).Select(_ => pool.Spawn(async Coroutine () =>
        {
            using (Co.Shield())
            {
                for (int i = 0; i < 1_000; i++)
                {
                    await Co.SwitchToAsync(loop.Scheduler);
                    await Co.SwitchToAsync(pool);
                }
            }
        }))];
        using CancellationTokenSource over = new();
        Thread[] senders = [.. Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                foreach (Fiber fiber in fibers) fiber.Cancel();
                Thread.SpinWait(50);
            }
        }))];
        foreach (Thread sender in senders) sender.Start();
        bool[] haveArrived = [.. fibers.Select(fiber => fiber.Join(TimeSpan.FromSeconds(30)))];
        over.Cancel();
        foreach (Thread sender in senders) sender.Join();
        Assert.DoesNotContain(false, haveArrived);
    }
}
