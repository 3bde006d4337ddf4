using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoEventTests : Staged
{
    [Fact]
    public void It_is_set_and_reset()
    {
        CoEvent happened = new(initialState: true);
        Assert.True(happened.IsSet);
        happened.Reset();
        Assert.False(happened.IsReady);
        happened.Set();
        happened.Set();
        Assert.True(happened.Wait(TimeSpan.Zero));
        happened.Wait();
    }

    [Fact]
    public void T31_Who_was_woken_resets_it_and_waits_again_is_not_satisfied_by_what_woke_it() => Run(async () =>
    {
        CoEvent happened = new();
        Fiber<bool> first = Co.Spawn(async () =>
        {
            await happened.WaitAsync();
            happened.Reset();
            return await happened.WaitAsync(Ms(10));
        });
        Fiber<bool> second = Co.Spawn(() => happened.WaitAsync(Ms(100)));
        await Co.SleepAsync(1);
        happened.Set();
        Assert.False(await first);
        Assert.True(await second);
    });

    [Fact]
    public void T32_Who_finds_it_set_while_others_are_being_woken_goes_on_after_them_in_the_same_pass()
    {
        Log log = new();
        Assert.Equal(TimeSpan.Zero, Virtual.Run(async () =>
        {
            CoEvent happened = new();
            Fiber first = Co.Spawn(Wait, 1);
            Fiber second = Co.Spawn(Wait, 2);
            await Co.YieldAsync();
            happened.Set();
            await Wait(3);
            await Co.JoinAllAsync(first, second);
            await Wait(4);

            async Coroutine Wait(int i)
            {
                await happened.WaitAsync();
                log.Add(i);
            }
        }));
        log.ShouldBe("1 2 3 4");
    }

    [Theory, InlineData(1), InlineData(100), InlineData(1000)]
    public void T33_All_who_wait_when_it_is_set_get_true_although_it_is_reset_at_once(int waiters) => Virtual.Run(async () =>
    {
        CoEvent happened = new();
        Fiber<bool>[] all = [.. Enumerable.Range(0, waiters).Select(_ => Co.Spawn(() => happened.WaitAsync(Ms(10))))];
        await Co.YieldAsync();
        happened.Set();
        happened.Reset();
        Assert.All(await Co.JoinAllAsync(all), Assert.True);
        Assert.False(await happened.WaitAsync(Ms(1)));
    });

    [Fact]
    public void A_wait_that_was_woken_and_never_awaited_does_not_hold_up_others() => Run(async () =>
    {
        CoEvent happened = new();
        happened.WaitAsync();
        happened.Set();
        Assert.True(await happened.WaitAsync(Ms(1)));
        Assert.True(await happened.WaitAsync(Ms(1)));
    });

    [Fact]
    public void T36_It_is_set_from_another_thread_while_plain_code_waits()
    {
        CoEvent happened = new();
        Thread thread = new(happened.Set);
        thread.Start();
        Assert.True(happened.Wait(TimeSpan.FromMinutes(1)));
        thread.Join();
    }

    [Fact]
    public void T40_Threads_and_a_hosted_twin_that_take_turns_lose_no_wake()
    {
        const int Rounds = 2000;
        CoEvent[] turns = [new(initialState: true), new(), new()];
        int[] counts = new int[3];
        Thread[] threads = [new(() => Co.Run(() => Play(0))), new(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                turns[1].Wait();
                Pass(1);
            }
        })];
        foreach (Thread thread in threads) thread.Start();
        Play(2).AsTask().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        Assert.All(counts, count => Assert.Equal(Rounds, count));

        async Coroutine Play(int player)
        {
            for (int round = 0; round < Rounds; round++)
            {
                await turns[player].WaitAsync();
                Pass(player);
            }
        }

        void Pass(int player)
        {
            turns[player].Reset();
            counts[player]++;
            turns[(player + 1) % 3].Set();
        }
    }

    [Fact]
    public void The_deadlock_report_names_it() => Assert.Contains(
        "'sleeper' waits for CoEvent 'dawn'",
        Assert.Throws<DeadlockException>(() => new LoopScheduler(Virtual.Clock()).Run(async () =>
        {
            Fiber sleeper = Co.Spawn(() => new CoEvent { Name = "dawn" }.WaitAsync()).Named("sleeper");
            await sleeper.JoinAsync();
        })).Message,
        StringComparison.Ordinal);
}
