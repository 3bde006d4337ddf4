using System.Collections.Concurrent;
using CoGen.Patches;

namespace CoGen.Tests.Patches;

/// <summary>What a wait costs in bytes where two fibers of a loop wait for each other by the framework's own objects: what their thread allocates in the second run.</summary>
public class PatchAllocationTests
{
    private const int Rounds = 200;

    [Fact]
    public void A_lock_that_is_fought_for_allocates_nothing()
    {
        object gate = new();
        AssertBudget(8, Work, Work);

        async Coroutine Work()
        {
            for (int i = 0; i < Rounds; i++)
            {
                using (await CoMonitor.EnterAsync(gate)) await Co.YieldAsync();
            }
        }
    }

    [Fact]
    public void A_permit_that_is_fought_for_allocates_some_hundred_bytes()
    {
        using SemaphoreSlim permits = new(1);
        AssertBudget(800, Work, Work);

        async Coroutine Work()
        {
            for (int i = 0; i < Rounds; i++)
            {
                await SemaphoreSlimPatches.WaitAsync(permits);
                await Co.YieldAsync();
                permits.Release();
            }
        }
    }

    [Fact]
    public void Turns_by_events_allocate_two_hundred_bytes()
    {
        using ManualResetEventSlim ping = new();
        using ManualResetEventSlim pong = new();
        AssertBudget(250, () => Both(ping, pong), () => Both(pong, ping), ping.Set, pong.Reset);

        static async Coroutine Both(ManualResetEventSlim mine, ManualResetEventSlim other)
        {
            for (int i = 0; i < Rounds; i++)
            {
                await ManualResetEventSlimPatches.WaitAsync(mine);
                mine.Reset();
                other.Set();
            }
        }
    }

    [Fact]
    public void Items_that_are_waited_for_allocate_some_hundred_bytes()
    {
        using BlockingCollection<object> items = new(1);
        object item = new();
        AssertBudget(500, Add, Take);

        async Coroutine Add()
        {
            for (int i = 0; i < Rounds; i++) await BlockingCollectionPatches.AddAsync(items, item);
        }

        async Coroutine Take()
        {
            for (int i = 0; i < Rounds; i++) await BlockingCollectionPatches.TakeAsync(items);
        }
    }

    private static void AssertBudget(long bytesPerWait, Func<Coroutine> first, Func<Coroutine> second, params Action[] begin)
    {
        LoopScheduler loop = new();
        Func<Coroutine> work = async () =>
        {
            foreach (Action act in begin) act();
            await Joined.AllAsync(Co.Spawn(first), Co.Spawn(second));
        };
        loop.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(work);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (2 * Rounds), 0, bytesPerWait);
    }
}
