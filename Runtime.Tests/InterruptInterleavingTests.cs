using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Kills, timeouts and shields against each other, in many orders.</summary>
public class InterruptInterleavingTests
{
    /// <summary>What a fiber of the random program must never see.</summary>
    private sealed class BrokenPromiseException(string message) : Exception(message);

    [Theory, Interleavings(300)]
    public void Every_interrupt_surfaces_where_it_may_and_nowhere_else(TestScheduler scheduler)
    {
        int seed = int.Parse(string.Concat(scheduler.ToString().Where(char.IsAsciiDigit)));
        CoSemaphore permits = new(2);
        scheduler.Run(async Coroutine () =>
        {
            Random random = new(seed);
            List<(Fiber Fiber, bool Catches)> victims = [];
            for (int i = 0; i < 6; i++)
            {
                bool catches = random.Next(3) == 0;
                victims.Add((Co.Spawn(Victim, new Random(random.Next()), catches), catches));
            }

            HashSet<Fiber> killed = [];
            for (int i = 0; i < 8; i++)
            {
                await Co.SleepAsync(random.Next(10));
                (Fiber fiber, bool catches) = victims[random.Next(victims.Count)];
                if (!fiber.IsFinished && (!catches || fiber.State == FiberState.Created)) killed.Add(fiber);
                fiber.Cancel();
                if (random.Next(2) == 0) fiber.Cancel();
            }

            foreach ((Fiber fiber, _) in victims)
            {
                await fiber.JoinAsync();
                Assert.Equal(killed.Contains(fiber) ? FiberState.Killed : FiberState.Succeeded, fiber.State);
            }

            // Whoever was interrupted has given back what it held, and nothing is left to be thrown.
            Assert.Equal(2, permits.CurrentCount);
            await Co.SleepAsync(1000);
        });

        async Coroutine Victim(Random random, bool catches)
        {
            try
            {
                for (int i = 0; i < 5; i++) await Step(random, depth: 0, isShielded: false);
            }
            catch (FiberKilledException) when (catches)
            {
                for (int i = 0; i < 2; i++) await Calmly(random);
                return;
            }

            // A kill that came too late for a wait is thrown at this one. The last second has nothing else that ends it.
            if (catches) await Calmly(random);
            else await Co.SleepAsync(1000);
        }

        async Coroutine Calmly(Random random)
        {
            try
            {
                await Co.SleepAsync(random.Next(3));
            }
            catch (FiberKilledException)
            {
            }
        }

        async Coroutine Step(Random random, int depth, bool isShielded)
        {
            if (depth == 3) await Wait(random);
            else
            {
                switch (random.Next(5))
                {
                    case 0:
                        await Timed(random, depth, isShielded);
                        break;
                    case 1:
                        await Co.TryWithTimeoutAsync(Ms(random.Next(8)), () => Step(random, depth + 1, isShielded));
                        break;
                    case 2:
                        await Shielded(random, depth);
                        break;
                    case 3:
                        await Step(random, depth + 1, isShielded);
                        await Step(random, depth + 1, isShielded);
                        break;
                    default:
                        await Wait(random);
                        break;
                }
            }
        }

        async Coroutine Timed(Random random, int depth, bool isShielded)
        {
            TimeoutScope? own = null;
            try
            {
                using (own = Co.TimeoutAfter(Ms(random.Next(8)))) await Step(random, depth + 1, isShielded);
                if (own.IsPending) throw new BrokenPromiseException("A scope is pending after its block.");
            }
            catch (ScopeTimeoutException error) when (error.Scope == own)
            {
                if (!own!.HasExpired) throw new BrokenPromiseException("A scope that has not expired was thrown.");
                await Co.YieldAsync();
            }
        }

        async Coroutine Shielded(Random random, int depth)
        {
            using ShieldScope shield = Co.Shield();
            CancellationToken token = Co.Token;
            try
            {
                await Step(random, depth + 1, isShielded: true);
            }
            catch (FiberKilledException)
            {
                throw new BrokenPromiseException("A kill has come through a shield.");
            }
            catch (ScopeTimeoutException)
            {
                throw new BrokenPromiseException("A timeout has come through a shield, or out of its block.");
            }

            if (token.IsCancellationRequested) throw new BrokenPromiseException("A token was cancelled through a shield.");
        }

        async Coroutine Wait(Random random)
        {
            switch (random.Next(4))
            {
                case 0:
                    await Co.YieldAsync();
                    break;
                case 1:
                    await Co.SleepAsync(random.Next(6));
                    break;
                case 2:
                    if (!await permits.WaitAsync(Ms(random.Next(6)))) break;
                    try
                    {
                        await Co.SleepAsync(random.Next(4));
                    }
                    finally
                    {
                        permits.Release();
                    }

                    break;
                default:
                    Fiber child = Co.Spawn(() => Co.SleepAsync(3));
                    await child.ScopedAsync(async Coroutine () => await Co.SleepAsync(1));
                    break;
            }
        }
    }

    [Fact]
    public void Whatever_other_threads_ask_of_fibers_none_is_lost()
    {
        const int Count = 20_000;
        Fiber[] fibers = new Fiber[Count];
        int spawned = 0;
        int told = 0;
        int asked = 0;
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(seed => new Thread(() =>
        {
            Random random = new(seed);
            for (int i = 0; i < 10_000; i++)
            {
                Fiber fiber = fibers[Math.Max(0, Volatile.Read(ref spawned) - random.Next(1, 100))];
                switch (random.Next(6))
                {
                    case 0:
                        fiber.Cancel();
                        break;
                    case 1:
                        _ = fiber.Token.IsCancellationRequested;
                        break;
                    case 2:
                        _ = fiber.Ident;
                        break;
                    case 3:
                        Interlocked.Increment(ref asked);
                        fiber.OnEndInline(_ => told++);
                        break;
                    case 4:
                        fiber.OnEndInline(_ => throw new InvalidOperationException("Taken back.")).Dispose();
                        break;
                    default:
                        _ = (fiber.State, fiber.Exception, fiber.Name, fiber.HasLinks);
                        break;
                }
            }
        }))];

        List<Exception> reports = [];
        LoopScheduler loop = new();
        loop.FiberFailed += (_, report) => reports.Add(report.Error);
        loop.Run(async Coroutine () =>
        {
            fibers[0] = Co.Spawn(Body, 0);
            foreach (Thread thread in threads) thread.Start();
            for (int i = 0; i < Count; i += 100)
            {
                for (int j = i; j < i + 100; j++)
                {
                    fibers[j] = Co.Spawn(Body, j);
                    Volatile.Write(ref spawned, j + 1);
                }

                await Co.YieldAsync();
            }

            await Co.JoinAllAsync(fibers);
            foreach (Thread thread in threads) thread.Join();

            // What the threads have posted comes before this.
            await Task.Yield();
            await Co.YieldAsync();

            // The links of one fiber take a turn each.
            for (int i = 0; i < 1000 && told < asked; i++) await Co.YieldAsync();
        });
        Assert.Equal(asked, told);
        Assert.DoesNotContain(reports, error => error.InnerException is not InvalidOperationException { Message: "Taken back." });

        static async Coroutine Body(int number)
        {
            for (int i = 0; i < number % 3; i++) await Co.YieldAsync();
            if (number % 5 == 0) await Co.TryWithTimeoutAsync(Ms(1), async Coroutine () => await Co.SleepAsync(2));
        }
    }
}
