using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoCountdownTests : Staged
{
    [Fact]
    public void It_counts_down_to_zero_and_no_further()
    {
        CoCountdown countdown = new(3) { Name = "start" };
        Assert.False(countdown.Signal());
        countdown.AddCount(2);
        Assert.Equal(4, countdown.CurrentCount);
        Assert.Contains("'start' stands at 4", Assert.Throws<InvalidOperationException>(() => countdown.Signal(5)).Message, StringComparison.Ordinal);
        Assert.True(countdown.Signal(4));
        Assert.True(countdown.IsReady);
        Assert.False(countdown.TryAddCount());
        Assert.Throws<InvalidOperationException>(() => countdown.AddCount());
        Assert.Throws<InvalidOperationException>(() => countdown.Signal());
        countdown.Wait();
        countdown.Reset(1);
        Assert.False(countdown.Wait(TimeSpan.Zero));
        Assert.Throws<InvalidOperationException>(() => countdown.AddCount(int.MaxValue));
        Assert.True(new CoCountdown(0).IsReady);
    }

    [Fact]
    public void Those_who_wait_are_woken_at_zero_and_get_true_although_it_is_reset_at_once() => Virtual.Run(async () =>
    {
        CoCountdown countdown = new(2);
        Fiber<bool> first = Co.Spawn(() => countdown.WaitAsync(Ms(10)));
        Fiber<bool> second = Co.Spawn(() => countdown.WaitAsync(Ms(10)));
        await Co.YieldAsync();
        countdown.Signal();
        await Co.YieldAsync();
        Assert.False(first.IsFinished);
        countdown.Signal();
        countdown.Reset(7);
        Assert.True(await first);
        Assert.True(await second);
        Fiber<bool> third = Co.Spawn(() => countdown.WaitAsync(Ms(10)));
        await Co.YieldAsync();
        countdown.Reset(0);
        Assert.True(await third);
    });

    [Fact]
    public void Threads_count_down_together()
    {
        CoCountdown countdown = new(4 * 1000);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 1000; i++) countdown.Signal();
        }))];
        foreach (Thread thread in threads) thread.Start();
        Assert.True(countdown.Wait(TimeSpan.FromMinutes(1)));
        foreach (Thread thread in threads) thread.Join();
    }

    [Fact]
    public void The_deadlock_report_says_how_many_are_missing() => Assert.Contains(
        "CoCountdown 'start', which stands at 2",
        Assert.Throws<DeadlockException>(() => Run(async () => await new CoCountdown(2) { Name = "start" }.WaitAsync())).Message,
        StringComparison.Ordinal);
}
