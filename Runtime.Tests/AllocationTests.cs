namespace CoGen.Tests;

/// <summary>"Allocates nothing" as byte budgets: what the second run of a piece of work allocates on its thread.</summary>
public class AllocationTests
{
    private static async Coroutine<int> Fib(int n) => n < 2 ? n : await Fib(n - 1) + await Fib(n - 2);

    private static async Coroutine Yields(int times)
    {
        for (int i = 0; i < times; i++) await Co.YieldAsync();
    }

    private static async Coroutine<int> Nested(int depth)
    {
        if (depth > 0) return 1 + await Nested(depth - 1);
        await Co.YieldAsync();
        return 0;
    }

    private static async Coroutine Sleeps(int times)
    {
        for (int i = 0; i < times; i++) await Co.SleepAsync(1);
    }

    private static async Coroutine SpawnAndJoin(Fiber[] fibers)
    {
        for (int i = 0; i < fibers.Length; i++) fibers[i] = Co.Spawn(Yields, 1);
        foreach (Fiber fiber in fibers) await fiber.JoinAsync();
    }

    /// <summary>What one call to the loop itself costs: the fiber's entry delegate, the pump.</summary>
    private const long RunBudget = 1024;

    [Fact]
    public void Ten_thousand_calls_that_never_suspend_allocate_nothing()
    {
        Fib(5).GetAwaiter().GetResult();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fib(19).GetAwaiter().GetResult();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_hundred_thousand_yields_allocate_nothing() => AssertBudget(() => Yields(100_000));

    [Fact]
    public void A_thousand_suspensions_fifty_calls_deep_allocate_nothing() => AssertBudget(async Coroutine () =>
    {
        for (int i = 0; i < 1000; i++) await Nested(50);
    });

    [Fact]
    public void Ten_thousand_sleeps_allocate_nothing() => AssertBudget(() => Sleeps(10_000));

    [Fact]
    public void Ten_thousand_spawns_and_joins_allocate_nothing()
    {
        Fiber[] fibers = new Fiber[1000];
        AssertBudget(async Coroutine () =>
        {
            for (int i = 0; i < 10; i++) await SpawnAndJoin(fibers);
        });
    }

    private static void AssertBudget(Func<Coroutine> work)
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, RunBudget);
    }
}
