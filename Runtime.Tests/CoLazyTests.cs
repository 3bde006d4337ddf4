using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoLazyTests : Staged
{
    [Fact]
    public void One_makes_it_and_the_others_wait() => Assert.Equal(Ms(10), Run(async () =>
    {
        int made = 0;
        CoLazy<int> lazy = new(async Coroutine<int> () =>
        {
            await Co.SleepAsync(10);
            return ++made;
        });
        Assert.False(lazy.TryGetValue(out _));
        Fiber<int>[] fibers = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(() => lazy.GetValueAsync()))];
        Assert.All(await Co.JoinAllAsync(fibers), value => Assert.Equal(1, value));
        Assert.True(lazy.TryGetValue(out int there));
        Assert.Equal(1, there);
        Assert.Equal(1, lazy.GetValue());
    }));

    [Fact]
    public void An_error_goes_to_the_one_who_thereit_and_the_next_tries_again() => Virtual.Run(async () =>
    {
        int tries = 0;
        CoLazy<int> lazy = new(async Coroutine<int> () =>
        {
            await Co.YieldAsync();
            return ++tries == 1 ? throw new FormatException() : tries;
        });
        Fiber first = Co.Spawn(async () => { await Assert.ThrowsAsync<FormatException>(() => lazy.GetValueAsync().AsTask()); });
        Fiber<int> second = Co.Spawn(() => lazy.GetValueAsync());
        await first;
        Assert.Equal(2, await second);
    });

    [Fact]
    public void An_error_may_be_kept_but_never_a_kill_or_a_timeout() => Run(async () =>
    {
        int tries = 0;
        FormatException error = new();
        CoLazy<int> lazy = new(
            async Coroutine<int> () =>
            {
                tries++;
                await Co.SleepAsync(10);
                throw error;
            },
            keepsError: true);
        Fiber killed = Co.Spawn(() => lazy.GetValueAsync());
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.False(lazy.IsReady);
        using (Co.TimeoutAfter(Ms(1))) await Assert.ThrowsAsync<ScopeTimeoutException>(() => lazy.GetValueAsync().AsTask());
        Assert.False(lazy.IsReady);
        for (int i = 0; i < 2; i++) Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => lazy.GetValueAsync().AsTask()));
        Assert.Same(error, Assert.Throws<FormatException>(() => lazy.TryGetValue(out _)));
        Assert.Equal(3, tries);
    });

    [Fact]
    public void A_factory_that_asks_for_its_own_value_is_told()
    {
        CoLazy<int> lazy = null!;
        lazy = new CoLazy<int>(() => lazy.GetValueAsync()) { Name = "self" };
        Assert.Contains("CoLazy 'self' was asked for", Assert.Throws<InvalidOperationException>(() => Run(() => lazy.GetValueAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadlock_report_says_who_makes_it()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            CoLazy<bool> lazy = new(() => new CoEvent().WaitAsync(Timeout.InfiniteTimeSpan)) { Name = "config" };
            Co.Spawn(() => lazy.GetValueAsync()).AsFiber().Named("maker");
            await Co.SleepAsync(1);
            await lazy.GetValueAsync();
        }));
        Assert.Contains("CoLazy 'config', in the making by fiber 'maker'", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_factories_work_and_threads_make_it_once()
    {
        int made = 0;
        CoLazy<int> lazy = new(() => Interlocked.Increment(ref made));
        Parallel.For(0, 8, _ => Assert.Equal(1, lazy.GetValue()));
        Assert.Equal(1, made);
    }

    [Fact]
    public void What_is_done_once_is_done_by_the_first_who_succeeds() => Virtual.Run(async () =>
    {
        CoOnce once = new();
        Log log = new();
        Fiber killed = Co.Spawn(() => once.RunAsync(() => Co.SleepAsync(100)));
        Fiber next = Co.Spawn(() => once.RunAsync(async () =>
        {
            await Co.SleepAsync(1);
            log.Add("done");
        }));
        Fiber last = Co.Spawn(() => once.RunAsync(async () => log.Add("again")));
        await Co.YieldAsync();
        await killed.KillAsync();
        await Co.JoinAllAsync(next, last);
        once.Run(() => log.Add("plain"));
        Assert.True(once.IsReady);
        log.ShouldBe("done");
    });

    [Fact]
    public void Plain_code_does_it_once()
    {
        int done = 0;
        CoOnce once = new();
        Parallel.For(0, 8, _ => once.Run(() => done++));
        Assert.Equal(1, done);
    }
}
