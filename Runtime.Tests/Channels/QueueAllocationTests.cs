namespace CoGen.Tests;

/// <summary>Once warm, queues and channels allocate nothing.</summary>
public class QueueAllocationTests
{
    private const int Items = 10_000;

    /// <summary>What one call to the loop costs, and one spawn with its delegates.</summary>
    private const long RunBudget = 2048;

    [Fact]
    public void Puts_and_takes_that_need_not_wait()
    {
        CoQueue<int> queue = new(4);
        AssertBudget(async Coroutine () =>
        {
            for (int i = 0; i < Items; i++)
            {
                await queue.PutAsync(i);
                if (await queue.TakeAsync() != i) throw new InvalidOperationException();
            }
        });
    }

    [Fact]
    public void A_ping_pong_through_a_bounded_queue() => AssertPingPong(new CoQueue<int>(1));

    [Fact]
    public void A_ping_pong_through_a_channel() => AssertPingPong(new CoChannel<int>());

    [Fact]
    public void A_priority_queue() => AssertPingPong(new CoPriorityQueue<int, int>(1), static i => (i, i));

    [Fact]
    public void Takes_with_timeouts()
    {
        CoQueue<int> queue = new();
        AssertBudget(async Coroutine () =>
        {
            for (int i = 0; i < 1000; i++) await queue.TryTakeAsync(TimeSpan.FromMilliseconds(1));
        });
    }

    [Fact]
    public void A_select_that_need_not_wait()
    {
        CoQueue<int> one = new();
        CoQueue<int> other = new();
        CoSelect select = new();
        TakeCase<int> first = select.Take(one);
        select.Take(other);
        AssertBudget(async Coroutine () =>
        {
            for (int i = 0; i < Items; i++)
            {
                one.TryPut(i);
                Assert.Same(first, await select.WaitAsync());
            }
        });
    }

    private static void AssertPingPong(Conduit<int> conduit) => AssertPingPong(conduit, static i => i);

    private static void AssertPingPong<T>(Conduit<T> conduit, Func<int, T> create) => AssertBudget(async Coroutine () =>
    {
        Fiber putter = Co.Spawn(Put, conduit, create);
        for (int i = 0; i < Items; i++) await conduit.TakeAsync();
        await putter.JoinAsync();
    });

    private static async Coroutine Put<T>(Conduit<T> conduit, Func<int, T> create)
    {
        for (int i = 0; i < Items; i++) await conduit.PutAsync(create(i));
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
