namespace CoGen.Tests.Linearizability;

/// <summary>The ways in which each object is used by several at once, and must seem to be used by one after another.</summary>
public abstract class LinearizabilityTests
{
    private const int Clients = 4;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private protected abstract Subject Create();

    [Theory]
    [Interleavings(100)]
    public void In_many_orders_of_turns_and_with_a_kill(TestScheduler scheduler)
    {
        Subject subject = Create();
        Random random = scheduler.Random;
        Random[] chances = [.. Enumerable.Range(0, Clients).Select(_ => new Random(random.Next()))];
        scheduler.Run(async () =>
        {
            Fiber[] fibers = [.. chances.Select((chance, client) => Co.Spawn(subject.UseAsync, client, chance))];
            Co.Spawn(async () =>
            {
                await Co.SleepAsync(random.Next(3));
                fibers[random.Next(Clients)].Cancel();
            });
            await Co.JoinAllAsync(fibers);
        });
        CheckAll(subject);
    }

    [Fact]
    public void In_all_orders_of_turns_near_first_in_first_out()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            TestScheduler.Explore(
                async () =>
                {
                    Subject subject = Create();
                    await Co.JoinAllAsync([.. Enumerable.Range(0, 3).Select(client => Co.Spawn(subject.UseAsync, client, new Random((seed * 3) + client)))]);
                    CheckAll(subject);
                },
                maxRuns: 100);
        }
    }

    [Fact]
    public void On_several_threads_of_all_kinds_and_with_a_kill()
    {
        PoolScheduler pool = new();
        using BackgroundLoop loop = BackgroundLoop.Start();
        for (int seed = 0; seed < 200; seed++)
        {
            Subject subject = Create();
            Random random = new(seed);
            Random[] chances = [.. Enumerable.Range(0, Clients).Select(_ => new Random(random.Next()))];
            Fiber[] fibers = [.. chances.Skip(1).Select((chance, i) => (i == 0 ? loop.Scheduler : (Scheduler)pool).Spawn(subject.UseAsync, i + 1, chance))];
            if (seed % 4 == 0) fibers[random.Next(fibers.Length)].Cancel();
            Co.Run(() => subject.UseAsync(0, chances[0]));
            Assert.All(fibers, fiber => Assert.True(fiber.Join(s_patience), "Some wait for ever."));
            CheckAll(subject);
        }
    }

    private static void CheckAll(Subject subject)
    {
        subject.Check();
        Assert.All(subject.Waitables, waitable => Assert.False(waitable.HasWatchers));
    }
}
