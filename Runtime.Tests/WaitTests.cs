using System.Diagnostics;

namespace CoGen.Tests;

public class WaitTests : Staged
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void WaitAny_returns_the_first_that_is_ready_and_takes_nothing()
    {
        TimeSpan took = Run(async () =>
        {
            CoSemaphore never = new(0);
            CoSemaphore soon = ReleasedAfter(s_second);
            Assert.Equal(1, await Co.WaitAnyAsync(never, soon));
            Assert.Equal(1, soon.CurrentCount);
            Assert.Equal(1, await Co.WaitAnyAsync(never, soon));
        });
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void S1_WaitAny_returns_minus_one_when_the_time_is_over()
    {
        TimeSpan took = Run(async () => Assert.Equal(-1, await Co.WaitAnyAsync([new CoSemaphore(0)], s_second)));
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void T29_WaitSome_returns_so_many_in_the_order_in_which_they_became_ready()
    {
        Run(async () =>
        {
            CoSemaphore[] all = [ReleasedAfter(3 * s_second), ReleasedAfter(s_second), ReleasedAfter(2 * s_second), new CoSemaphore(0)];
            Assert.Equal([all[1], all[2]], await Co.WaitSomeAsync(all, 2, Timeout.InfiniteTimeSpan));
            Assert.Equal([all[1], all[2], all[0]], await Co.WaitSomeAsync(all, 4, 5 * s_second));
            Assert.Equal([all[0], all[1], all[2]], await Co.WaitSomeAsync(all, 4, s_second));
        });
    }

    [Fact]
    public void WaitAll_waits_for_each()
    {
        TimeSpan took = Run(async () => await Co.WaitAllAsync(ReleasedAfter(3 * s_second), ReleasedAfter(s_second)));
        Assert.Equal(3 * s_second, took);
        Run(async () => await Co.WaitAllAsync());
    }

    [Fact]
    public void T27_WaitEach_gives_out_each_as_it_becomes_ready_while_the_consumer_waits_between()
    {
        Log log = new();
        Run(async () =>
        {
            CoSemaphore[] all = [ReleasedAfter(3 * s_second, "a"), ReleasedAfter(s_second, "b"), new CoSemaphore { Name = "c" }];
            await foreach (Waitable ready in Co.WaitEach(all))
            {
                log.Add(ready.Name!);
                await Co.SleepAsync(5 * s_second);
            }
        });
        log.ShouldBe("c b a");
    }

    [Fact]
    public void T28_Leaving_WaitEach_early_lets_go_of_the_rest()
    {
        Run(async () =>
        {
            CoSemaphore never = new(0);
            await foreach (Waitable ready in Co.WaitEach(new CoSemaphore(), never)) break;
            Assert.False(never.HasWatchers);
            Assert.Equal(-1, await Co.WaitAnyAsync([never], s_second));
            Assert.False(never.HasWatchers);
        });
    }

    [Fact]
    public void T38_A_watcher_of_a_free_semaphore_is_told_at_once_and_each_release_tells_those_who_watch()
    {
        Run(async () =>
        {
            CoSemaphore semaphore = new();
            Assert.Equal(0, await Co.WaitAnyAsync(semaphore));
            for (int i = 0; i < 2; i++)
            {
                while (semaphore.TryWait()) { }
                Fiber<int> watcher = Co.Spawn(() => Co.WaitAnyAsync(semaphore));
                await Co.YieldAsync();
                Assert.False(watcher.IsFinished);
                semaphore.Release();
                Assert.Equal(0, await watcher);
            }
        });
    }

    [Fact]
    public void Tasks_and_processes_can_be_waited_for()
    {
        TaskCompletionSource source = new();
        using Process process = Process.Start("sh", "-c true");
        Run(async () =>
        {
            Task.Delay(1).ContinueWith(_ => source.SetException(new FormatException("of no interest")));
            Assert.Equal(1, await Co.WaitAnyAsync(new CoSemaphore(0), source.Task));
            Assert.Equal(0, await Co.WaitAnyAsync(Waitable.Of(process)));
        });
        Assert.True(process.HasExited);
        _ = source.Task.Exception;
    }

    [Fact]
    public void A_wait_for_many_says_what_it_waits_for()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() =>
            Run(async () => await Co.WaitAnyAsync(new CoSemaphore(0) { Name = "a" }, new CoSemaphore(0) { Name = "b" })));
        Assert.Contains("one of: CoSemaphore 'a', CoSemaphore 'b'", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_code_waits_for_many()
    {
        CoSemaphore semaphore = new(0) { Name = "a" };
        Co.SpawnAfter(TimeSpan.FromMilliseconds(1), () => { semaphore.Release(); return default(Coroutine); });
        Assert.Equal(0, Co.WaitAny(semaphore));
        Assert.Equal(["a"], Co.WaitEach(semaphore).Select(ready => ready.Name));
        Assert.Equal(-1, Co.WaitAny([new CoSemaphore(0)], TimeSpan.Zero));
        Co.WaitAll(semaphore, Task.CompletedTask);
    }

    private static CoSemaphore ReleasedAfter(TimeSpan delay, string? name = null)
    {
        CoSemaphore semaphore = new(0) { Name = name };
        Co.SpawnAfter(delay, () => { semaphore.Release(); return default(Coroutine); });
        return semaphore;
    }

    [Fact]
    public void A_wait_that_is_out_of_time_in_the_pass_in_which_what_it_waits_for_comes_goes_on_once()
    {
        Log log = new();
        TimeSpan took = Virtual.Run(async () =>
        {
            // Both are out of time in one pass, and the end of the first is what the second waits for.
            CoSemaphore never = new(0);
            Fiber first = Co.Spawn(async () => log.Add(await never.WaitAsync(s_second)));
            Fiber second = Co.Spawn(async () =>
            {
                log.Add(await first.JoinAsync(s_second));
                await Co.SleepAsync(s_second);
            });
            await second.JoinAsync();
        });
        log.ShouldBe("False True");
        Assert.Equal(2 * s_second, took);
    }

    [Fact]
    public void If_one_of_many_is_null_none_is_watched()
    {
        Virtual.Run(async () =>
        {
            CoEvent first = new();
            await Assert.ThrowsAsync<ArgumentNullException>(() => Co.WaitSomeAsync([first, null!], 1, s_second).AsTask());
            Assert.False(first.HasWatchers);
        });
    }
}
