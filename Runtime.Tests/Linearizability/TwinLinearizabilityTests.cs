using CoGen.Tests.Patches;

namespace CoGen.Tests.Linearizability;

/// <summary>Like <see cref="LinearizabilityTests"/>, for objects of the framework, which plain threads use, too.</summary>
public abstract class TwinLinearizabilityTests
{
    private const int Clients = 4;

    private protected abstract Subject Create();

    [Theory]
    [Interleavings(20)]
    public void Fibers_alone_in_many_orders_of_turns_and_with_a_kill(TestScheduler scheduler)
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
        subject.Check();
    }

    [Fact]
    public void Fibers_of_a_loop_and_of_a_pool_and_plain_threads_with_a_kill()
    {
        PoolScheduler pool = new();
        using BackgroundLoop loop = BackgroundLoop.Start();
        for (int seed = 0; seed < 100; seed++)
        {
            Subject subject = Create();
            Random random = new(seed);
            Random[] chances = [.. Enumerable.Range(0, Clients + 2).Select(_ => new Random(random.Next()))];
            Fiber[] fibers = [.. chances.Take(Clients).Select((chance, client) => (client < 2 ? loop.Scheduler : (Scheduler)pool).Spawn(subject.UseAsync, client, chance))];
            Task[] threads = [.. chances.Skip(Clients).Select((chance, i) => PlainThread.Run(() => ((ITwinSubject)subject).UseAsync(Clients + i, chance, isPlain: true).GetAwaiter().GetResult()))];
            if (seed % 4 == 0) fibers[random.Next(Clients)].Cancel();
            Assert.True(Task.WaitAll(threads, TimeSpan.FromSeconds(30)), "Some thread waits for ever.");
            Assert.All(fibers, fiber => Assert.True(fiber.Join(TimeSpan.FromSeconds(30)), "Some fiber waits for ever."));
            subject.Check();
        }
    }
}

public sealed class MonitorTwinTests : TwinLinearizabilityTests
{
    private protected override Subject Create() => new MonitorTwinSubject();
}

public sealed class SemaphoreTwinTests : TwinLinearizabilityTests
{
    private protected override Subject Create() => new SemaphoreTwinSubject();
}

public sealed class CollectionTwinTests : TwinLinearizabilityTests
{
    private protected override Subject Create() => new CollectionTwinSubject();
}
