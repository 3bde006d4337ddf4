using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoRateLimiterTests : Staged
{
    [Fact]
    public void A_burst_passes_at_once_and_the_rest_at_the_rate() => Assert.Equal(Ms(700), Run(async () =>
    {
        CoRateLimiter limiter = new(10, TimeSpan.FromSeconds(1), burst: 3);
        for (int i = 0; i < 10; i++) await limiter.AcquireAsync();
        Assert.Equal(0, limiter.AvailablePermits);
    }));

    [Fact]
    public void The_bucket_fills_up_to_the_burst_and_no_further() => Run(async () =>
    {
        CoRateLimiter limiter = new(3, TimeSpan.FromSeconds(1), burst: 2);
        Assert.True(limiter.TryAcquire(2));
        Assert.False(limiter.TryAcquire());
        await Co.SleepAsync(334);
        Assert.True(limiter.TryAcquire());
        Assert.False(limiter.TryAcquire());
        await Co.SleepAsync(TimeSpan.FromDays(10));
        Assert.Equal(2, limiter.AvailablePermits);
        Assert.Throws<ArgumentOutOfRangeException>(() => limiter.TryAcquire(3));
    });

    [Fact]
    public void First_come_first_served_also_when_the_first_wants_more()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoRateLimiter limiter = new(1, Ms(10), burst: 5);
            limiter.TryAcquire(5);
            Fiber[] fibers = [Take("three", 3), Take("one", 1), Take("two", 2)];
            await Co.SleepAsync(15);
            Assert.False(limiter.TryAcquire());
            await Co.JoinAllAsync(fibers);

            Fiber Take(string name, int permits) => Co.Spawn(async () =>
            {
                await limiter.AcquireAsync(permits);
                log.Add(name);
            });
        });
        log.ShouldBe("three one two");
    }

    [Theory, InlineData("timeout"), InlineData("kill"), InlineData("token")]
    public void Who_gives_up_takes_nothing_and_makes_room(string how) => Assert.Equal(Ms(10), Virtual.Run(async () =>
    {
        CoRateLimiter limiter = new(1, Ms(10), burst: 9);
        limiter.TryAcquire(9);
        using CancellationTokenSource source = new();
        Fiber quitter = Co.Spawn(async () =>
        {
            try
            {
                Assert.False(await limiter.AcquireAsync(how == "timeout" ? Ms(5) : Timeout.InfiniteTimeSpan, 9, source.Token));
            }
            catch (OperationCanceledException) when (how == "token")
            {
            }
        });
        Fiber next = Co.Spawn(() => limiter.AcquireAsync());
        await Co.SleepAsync(5);
        if (how == "kill") quitter.Cancel();
        if (how == "token") source.Cancel();
        await next;
    }));

    [Fact]
    public void Threads_loops_and_a_hosted_twin_take_no_more_than_there_is()
    {
        CoRateLimiter limiter = new(1, TimeSpan.FromDays(1), burst: 3000);
        int taken = 0;
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(i => new Thread(() => Co.Run(Take)))];
        foreach (Thread thread in threads) thread.Start();
        Take().AsTask().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        while (limiter.TryAcquire()) taken++;
        Assert.Equal(3000, taken);

        async Coroutine Take()
        {
            while (await limiter.AcquireAsync(TimeSpan.Zero)) Interlocked.Increment(ref taken);
            while (limiter.TryAcquire()) Interlocked.Increment(ref taken);
        }
    }

    [Fact]
    public void However_often_it_is_looked_at_it_fills_at_the_same_rate()
    {
        FineClock clock = new();
        CoRateLimiter limiter = new(1000, TimeSpan.FromSeconds(1), clock: clock);
        Assert.True(limiter.TryAcquire(1000));
        for (int i = 0; i < 1_000_000; i++)
        {
            // 199 ns: a tick, and nearly another one.
            clock.Nanoseconds += 199;
            _ = limiter.AvailablePermits;
        }

        Assert.Equal(199, limiter.AvailablePermits);
    }

    private sealed class FineClock : TimeProvider
    {
        internal long Nanoseconds;

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => Nanoseconds;
    }
}
