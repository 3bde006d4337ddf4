using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoBarrierTests : Staged
{
    [Fact]
    public void Nobody_goes_on_before_all_have_arrived_and_the_action_was_run()
    {
        Log log = new();
        Run(async () =>
        {
            CoBarrier barrier = new(3, phase => log.Add($"({phase})"));
            await Co.JoinAllAsync([.. Enumerable.Range(1, 3).Select(i => Co.Spawn(async () =>
            {
                for (int phase = 0; phase < 2; phase++)
                {
                    await Co.SleepAsync(i);
                    log.Add(i);
                    await barrier.SignalAndWaitAsync();
                }
            }))]);
            Assert.Equal(2, barrier.CurrentPhaseNumber);
        });
        log.ShouldBe("1 2 3 (0) 1 2 3 (1)");
    }

    [Theory, InlineData("timeout"), InlineData("kill"), InlineData("token")]
    public void Who_gives_up_has_not_arrived(string how) => Virtual.Run(async () =>
    {
        CoBarrier barrier = new(2);
        using CancellationTokenSource source = new();
        Fiber quitter = Co.Spawn(async () =>
        {
            try
            {
                Assert.False(await barrier.SignalAndWaitAsync(how == "timeout" ? Ms(5) : Timeout.InfiniteTimeSpan, source.Token));
            }
            catch (OperationCanceledException) when (how == "token")
            {
            }
        });
        await Co.YieldAsync();
        Assert.Equal(1, barrier.ParticipantsRemaining);
        if (how == "kill") quitter.Cancel();
        if (how == "token") source.Cancel();
        await quitter.JoinAsync();
        Assert.Equal(2, barrier.ParticipantsRemaining);
        Fiber<bool> other = Co.Spawn(() => barrier.SignalAndWaitAsync(Ms(50)));
        Assert.True(await barrier.SignalAndWaitAsync(Ms(50)));
        Assert.True(await other);
    });

    [Fact]
    public void Participants_come_and_go() => Run(async () =>
    {
        CoBarrier barrier = new(1);
        await barrier.SignalAndWaitAsync();
        Assert.Equal(1, barrier.AddParticipants(2));
        Fiber first = Co.Spawn(() => barrier.SignalAndWaitAsync());
        Fiber second = Co.Spawn(() => barrier.SignalAndWaitAsync());
        await Co.SleepAsync(1);
        Assert.Throws<InvalidOperationException>(() => barrier.RemoveParticipants(2));
        barrier.RemoveParticipants();
        await Co.JoinAllAsync(first, second);
        Assert.Equal(2, barrier.CurrentPhaseNumber);
        barrier.RemoveParticipants(2);
        Assert.Equal(0, barrier.ParticipantCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => barrier.SignalAndWaitAsync().AsTask());
        Assert.Throws<ArgumentOutOfRangeException>(() => { barrier.AddParticipants(int.MaxValue); barrier.AddParticipants(); });
    });

    [Fact]
    public void An_action_that_fails_breaks_it_for_all_until_it_is_reset() => Run(async () =>
    {
        FormatException error = new("boom");
        CoBarrier barrier = new(2, _ => throw error);
        Fiber<BarrierPostPhaseException> first = Co.Spawn(Arrive);
        Fiber<BarrierPostPhaseException> second = Co.Spawn(Arrive);
        Assert.Same(error, (await first).InnerException);
        Assert.Same(error, (await second).InnerException);
        Assert.True(barrier.IsBroken);
        Assert.Same(error, (await Arrive()).InnerException);
        barrier.Reset();
        Assert.False(barrier.IsBroken);
        Assert.False(await barrier.SignalAndWaitAsync(Ms(1)));

        async Coroutine<BarrierPostPhaseException> Arrive() => await Assert.ThrowsAsync<BarrierPostPhaseException>(() => barrier.SignalAndWaitAsync().AsTask());
    });

    [Fact]
    public void The_deadlock_report_says_how_many_are_missing() => Assert.Contains(
        "CoBarrier 'phase', where 2 of 3 have not arrived",
        Assert.Throws<DeadlockException>(() => Run(async () => await new CoBarrier(3) { Name = "phase" }.SignalAndWaitAsync())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Threads_loops_and_a_hosted_twin_go_in_step()
    {
        const int Phases = 1000;
        int[] counts = new int[4];
        CoBarrier barrier = new(4, phase => Assert.All(counts, count => Assert.Equal(phase + 1, count)));
        Thread[] threads =
        [
            new(() =>
            {
                for (int i = 0; i < Phases; i++)
                {
                    counts[0]++;
                    barrier.SignalAndWait();
                }
            }),
            new(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(() => Walk(1)), Co.Spawn(() => Walk(2))))),
        ];
        foreach (Thread thread in threads) thread.Start();
        Walk(3).AsTask().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(Phases, barrier.CurrentPhaseNumber);

        async Coroutine Walk(int who)
        {
            for (int i = 0; i < Phases; i++)
            {
                counts[who]++;
                await barrier.SignalAndWaitAsync();
            }
        }
    }
}
