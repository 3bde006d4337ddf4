namespace CoGen.Tests;

public class BackgroundLoopTests
{
    private readonly Log _log = new();

    [Fact]
    public void Fibers_of_a_background_loop_go_on_while_plain_code_does_something_else()
    {
        using BackgroundLoop background = BackgroundLoop.Start("worker");
        CoSemaphore done = new(0);
        int thread = 0;
        background.Scheduler.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 3; i++) await Co.SleepAsync(1);
            thread = Environment.CurrentManagedThreadId;
            Assert.Equal("worker", Thread.CurrentThread.Name);
            done.Release();
        });
        done.Wait();
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(thread, background.Scheduler.Run(() => Environment.CurrentManagedThreadId));
    }

    [Fact]
    public void Plain_code_runs_an_entry_there_and_gets_its_result_or_error()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        Assert.Equal(5, background.Scheduler.Run(async Coroutine<int> (int a, int b) =>
        {
            await Co.YieldAsync();
            Assert.Same(background.Scheduler, Scheduler.Current);
            return a + b;
        }, 2, 3));
        Assert.Throws<FormatException>(() => background.Scheduler.Run(async Coroutine () => throw new FormatException()));
    }

    [Fact]
    public void A_fiber_of_another_loop_waits_without_stopping_its_own()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        Co.Run(async Coroutine () =>
        {
            bool ticked = false;
            CoSemaphore go = new(0);
            Co.Spawn(async Coroutine () =>
            {
                ticked = true;
                go.Release();
            });
            Assert.Equal(7, await background.Scheduler.RunAsync(async Coroutine<int> () =>
            {
                await go.WaitAsync();
                return 7;
            }));
            Assert.True(ticked);
        });
    }

    [Fact]
    public void Two_loops_exchange_messages_by_primitives()
    {
        using BackgroundLoop one = BackgroundLoop.Start();
        using BackgroundLoop other = BackgroundLoop.Start();
        CoSemaphore ping = new(0);
        CoSemaphore pong = new(0);
        Fiber first = one.Scheduler.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                ping.Release();
                await pong.WaitAsync();
            }
        });
        Fiber second = other.Scheduler.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await ping.WaitAsync();
                pong.Release();
            }
        });
        Co.JoinAll(first, second);
    }

    [Fact]
    public void Stop_kills_the_fibers_that_run_and_those_that_have_not_begun_and_says_whether_all_have_ended()
    {
        BackgroundLoop background = BackgroundLoop.Start();
        Fiber sleeper = background.Scheduler.Spawn(async Coroutine () =>
        {
            try
            {
                await Co.SleepAsync(Timeout.Infinite);
            }
            finally
            {
                await Co.SleepAsync(1);
                _log.Add("cleaned");
            }
        });
        Fiber late = background.Scheduler.Run(async Coroutine<Fiber> () => Co.SpawnAfter(TimeSpan.FromDays(1), () => _log.Add("late")));
        Assert.True(background.Stop(TimeSpan.FromSeconds(30)));
        Assert.Equal([FiberState.Killed, FiberState.Killed], new[] { sleeper.State, late.State });
        _log.ShouldBe("cleaned");
        Assert.Equal(0, background.Scheduler.SuspendedCount);
        Assert.Equal(0, background.Scheduler.TimerCount);
    }

    [Fact]
    public void After_the_grace_those_that_take_no_kill_stay_suspended()
    {
        // In virtual time the grace takes none.
        BackgroundLoop background = BackgroundLoop.Start(clock: Virtual.Clock());
        Fiber stubborn = background.Scheduler.Spawn(async Coroutine () =>
        {
            while (true)
            {
                try
                {
                    await new CoSemaphore(0).WaitAsync();
                }
                catch (FiberKilledException)
                {
                    _log.Add("no");
                }
            }
        });
        Assert.False(background.Stop(TimeSpan.FromHours(1)));
        Assert.False(stubborn.IsFinished);
        _log.ShouldBe("no");
        Assert.False(background.Stop(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void On_a_loop_that_was_stopped_nothing_is_spawned_or_run()
    {
        BackgroundLoop background = BackgroundLoop.Start();
        background.Dispose();
        background.Dispose();
        Assert.Throws<ObjectDisposedException>(() => background.Scheduler.Spawn(() => { }));
        Assert.Throws<ObjectDisposedException>(() => background.Scheduler.Run(() => { }));
        Assert.Throws<ObjectDisposedException>(() => { background.Scheduler.RunAsync(() => { }); });
        Co.Run(async Coroutine () => await Assert.ThrowsAsync<ObjectDisposedException>(() => Co.SwitchToAsync(background.Scheduler).AsTask()));
    }

    [Fact]
    public async Task Async_code_starts_and_ends_one()
    {
        int thread;
        await using (BackgroundLoop background = BackgroundLoop.Start())
        {
            thread = await background.Scheduler.RunAsync(() => Environment.CurrentManagedThreadId);
        }

        Assert.NotEqual(0, thread);
    }

    [Fact]
    public void A_fiber_that_stops_its_own_loop_is_killed_as_all_are()
    {
        BackgroundLoop background = BackgroundLoop.Start();
        Fiber fiber = background.Scheduler.Spawn(async Coroutine () =>
        {
            try
            {
                await background.StopAsync(TimeSpan.FromSeconds(30));
            }
            catch (FiberKilledException)
            {
                _log.Add("killed");
                throw;
            }
        });
        fiber.Join();
        Assert.True(background.Stop(TimeSpan.Zero));
        _log.ShouldBe("killed");
    }

    [Fact]
    public void A_background_loop_runs_in_virtual_time_and_is_never_a_deadlock()
    {
        VirtualClock clock = Virtual.Clock();
        using BackgroundLoop background = BackgroundLoop.Start(clock: clock);
        CoSemaphore semaphore = new(0);
        Fiber waiter = background.Scheduler.Spawn(async Coroutine () => await semaphore.WaitAsync());
        background.Scheduler.Run(async Coroutine () => await Co.SleepAsync(TimeSpan.FromDays(1)));
        Assert.Equal(TimeSpan.FromDays(1), clock.Elapsed);
        semaphore.Release();
        waiter.Join();
    }

    [Fact]
    public void If_its_fibers_will_never_end_who_stops_it_for_ever_long_is_told()
    {
        BackgroundLoop background = BackgroundLoop.Start();
        Fiber[] fibers = new Fiber[2];
        background.Scheduler.Run(() =>
        {
            fibers[0] = Co.Spawn(Cling, 1);
            fibers[1] = Co.Spawn(Cling, 0);
        });
        Assert.Throws<DeadlockException>(() => background.Stop(Timeout.InfiniteTimeSpan));

        async Coroutine Cling(int other)
        {
            try
            {
                await Co.SleepAsync(Timeout.Infinite);
            }
            catch (FiberKilledException)
            {
                await fibers[other].JoinAsync();
            }
        }
    }
}
