namespace CoGen.Tests;

/// <summary>Everything at once, on the real clock: nothing may be lost, and nothing be left.</summary>
public class StressTests
{
    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 20_000)]
    [InlineData(3, 20_000)]
    public void Fibers_of_a_pool_and_two_loops_that_sleep_yield_join_kill_move_and_share_end_without_a_trace(int seed, int count)
    {
        using BackgroundLoop one = BackgroundLoop.Start();
        using BackgroundLoop other = BackgroundLoop.Start();
        PoolScheduler pool = new();
        Scheduler[] schedulers = [pool, one.Scheduler, pool, other.Scheduler];
        CoSemaphore permits = new(8);
        Fiber[] fibers = new Fiber[count];
        int[] seeds = [.. Enumerable.Range(0, count).Select(i => (seed * 1_000_003) + i)];
        int ended = 0;
        int held = 0;
        int most = 0;

        for (int i = 0; i < count; i++) fibers[i] = schedulers[i % schedulers.Length].Spawn(Live, i, new Random(seeds[i]));
        Random random = new(seed);
        for (int i = 0; i < count / 20; i++) fibers[random.Next(count)].Cancel();
        Co.JoinAll(fibers);

        Assert.All(fibers, fiber => Assert.True(fiber.IsFinished));
        Assert.DoesNotContain(fibers, fiber => fiber.State == FiberState.Failed);
        Assert.Equal(8, permits.CurrentCount);
        Assert.InRange(most, 1, 8);
        Assert.InRange(ended, 1, count);
        Assert.True(one.Stop(TimeSpan.FromSeconds(30)));
        Assert.True(other.Stop(TimeSpan.FromSeconds(30)));
        foreach (Scheduler scheduler in new Scheduler[] { pool, one.Scheduler, other.Scheduler })
        {
            Assert.Equal(0, scheduler.SuspendedCount);
            Assert.Equal(0, scheduler.TimerCount);
        }

        async Coroutine Live(int number, Random random)
        {
            for (int step = random.Next(6); step >= 0; step--)
            {
                switch (random.Next(9))
                {
                    case 0:
                        await Co.SleepAsync(random.Next(3));
                        break;
                    case 1:
                        await Co.YieldAsync();
                        break;
                    case 2:
                        await Share(random);
                        break;
                    case 3 when number > 0:
                        // Only what was spawned before, so that no two wait for each other.
                        await fibers[random.Next(number)].JoinAsync(TimeSpan.FromMilliseconds(random.Next(5)));
                        break;
                    case 4 when number > 0:
                        fibers[random.Next(number)].Cancel();
                        break;
                    case 5:
                        await Co.SwitchToAsync(schedulers[random.Next(schedulers.Length)]);
                        break;
                    case 6:
                        await Co.Spawn(async Coroutine (int ms) => await Co.SleepAsync(ms), random.Next(2)).JoinAsync();
                        break;
                    case 7:
                        await Task.Run(static () => { });
                        break;
                    case 8 when number > 0:
                        await Co.WaitAnyAsync([fibers[random.Next(number)].AsWaitable()], TimeSpan.FromMilliseconds(random.Next(3)));
                        break;
                }
            }

            Interlocked.Increment(ref ended);
        }

        async Coroutine Share(Random random)
        {
            if (!await permits.WaitAsync(TimeSpan.FromMilliseconds(random.Next(20)))) return;
            try
            {
                int now = Interlocked.Increment(ref held);
                for (int seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most) ;
                await Co.YieldAsync();
            }
            finally
            {
                Interlocked.Decrement(ref held);
                permits.Release();
            }
        }
    }
}
