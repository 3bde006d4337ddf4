using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Joins between loops, pools, plain threads and async code.</summary>
public class CrossJoinTests
{
    [Fact]
    public void Fibers_of_loops_and_pools_join_each_other()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        Scheduler[] all = [background.Scheduler, PoolScheduler.Default, new PoolScheduler(), new LoopScheduler()];
        foreach (Scheduler joiner in all)
        {
            foreach (Scheduler joined in all.Take(3))
            {
                Assert.Equal(3, joiner.Run(async Coroutine<int> () =>
                {
                    Fiber<int> fiber = joined.Spawn(async Coroutine<int> () =>
                    {
                        await Co.SleepAsync(1);
                        return 3;
                    });
                    await fiber.JoinAsync();
                    Assert.True(await fiber.JoinAsync(TimeSpan.Zero));
                    return await fiber;
                }));
            }
        }
    }

    [Fact]
    public void A_join_from_elsewhere_can_time_out_and_be_killed_and_leaves_nothing()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        foreach (Scheduler elsewhere in new Scheduler[] { background.Scheduler, PoolScheduler.Default })
        {
            CoSemaphore end = new(0);
            Fiber endless = elsewhere.Run(async Coroutine<Fiber> () => Co.Spawn(async Coroutine () => await end.WaitAsync()));
            Run(async Coroutine () =>
            {
                Assert.False(await endless.JoinAsync(Ms(10)));
                Fiber joiner = Co.Spawn(async Coroutine () => await endless.JoinAsync());
                await Co.YieldAsync();
                await joiner.KillAsync();
                Assert.Equal(FiberState.Killed, joiner.State);
            });
            Assert.False(endless.Join(Ms(1)));
            end.Release();
            endless.Join();
        }
    }

    [Fact]
    public void The_end_of_a_fiber_is_a_waitable_wherever_the_fiber_runs()
    {
        Run(async Coroutine () =>
        {
            Fiber slow = Co.Spawn(async Coroutine () => await Co.SleepAsync(20));
            Fiber fast = Co.Spawn(async Coroutine () => await Co.SleepAsync(10));
            Waitable end = fast.AsWaitable();
            Assert.False(end.IsReady);
            Assert.Equal(1, await Co.WaitAnyAsync(slow.AsWaitable(), end));
            Assert.True(end.IsReady);
            Assert.True(fast.AsWaitable().IsReady);
            await slow;

            Fiber far = PoolScheduler.Default.Spawn(async Coroutine () => await Co.SleepAsync(1));
            Assert.Equal(0, await Co.WaitAnyAsync(far.AsWaitable(), new CoSemaphore(0)));
            Assert.True(far.IsFinished);
        });
    }

    [Fact]
    public void The_end_of_a_fiber_comes_once_however_it_ends_and_in_whatever_moment_it_is_asked_for()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        for (int i = 0; i < 2000; i++)
        {
            Fiber fiber = background.Scheduler.Run(async Coroutine<Fiber> (int yields) => Co.Spawn(async Coroutine () =>
            {
                for (int j = 0; j < yields; j++) await Co.YieldAsync();
            }), i % 3);
            fiber.Join();
            Assert.True(fiber.AsWaitable().IsReady);
        }
    }

    [Fact]
    public async Task Async_code_joins_a_loops_fiber_in_line_with_others()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        CoSemaphore end = new(0);
        Fiber fiber = await background.Scheduler.RunAsync(async Coroutine<Fiber> () => Co.Spawn(async Coroutine () => await end.WaitAsync()));
        Assert.False(await fiber.JoinAsync(Ms(1)));
        Task joined = fiber.JoinAsync().AsTask();
        end.Release();
        await joined;
        Assert.True(await fiber.JoinAsync(TimeSpan.Zero));
    }

    [Fact]
    public void A_fiber_spawned_by_another_thread_is_named_and_observed_safely()
    {
        using BackgroundLoop background = BackgroundLoop.Start();
        for (int i = 0; i < 1000; i++)
        {
            Fiber fiber = background.Scheduler.Spawn(static () => { }).Named($"n{i}");
            fiber.Join();
            Assert.Equal($"n{i}", fiber.Name);
        }
    }
}
