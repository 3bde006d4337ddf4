using System.Collections.Concurrent;
using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

/// <summary>What is waited for in the scheduler ends in the scheduler's time, though threads stand in for the fiber.</summary>
public abstract class PatchTimeoutTests
{
    private const int Minute = 60_000;

    private protected abstract Scheduler Create(VirtualClock clock);

    [Fact]
    public void Who_gives_up_at_a_barrier_has_not_been_there() => TakesAMinute(async () =>
    {
        using Barrier barrier = new(2);
        Assert.False(await BarrierPatches.SignalAndWaitAsync(barrier, Minute));
        Assert.Equal((2, 0), (barrier.ParticipantsRemaining, barrier.CurrentPhaseNumber));
    });

    [Fact]
    public void Nothing_is_taken_of_a_collection_in_which_nothing_comes() => TakesAMinute(async () =>
    {
        using BlockingCollection<string> items = [];
        Ref<string?> item = Ref.New<string?>("old");
        Assert.False(await BlockingCollectionPatches.TryTakeAsync(items, item, Minute));
        Assert.Null(item.Value);
    });

    [Fact]
    public void Nothing_is_added_to_a_collection_that_stays_full() => TakesAMinute(async () =>
    {
        using BlockingCollection<string> items = new(1) { "first" };
        Assert.False(await BlockingCollectionPatches.TryAddAsync(items, "second", Minute));
        Assert.Equal(["first"], items);
    });

    [Fact]
    public void Those_behind_the_first_at_a_collection_give_up_in_time_too() => TakesAMinute(async () =>
    {
        using BlockingCollection<string> items = [];
        await Joined.AllAsync([.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () => Assert.False(await BlockingCollectionPatches.TryTakeAsync(items, Ref.New<string?>(null), Minute))))]);
    });

    [Fact]
    public void A_lock_of_readers_and_writers_is_not_entered_past_a_fiber() => TakesAMinute(async () =>
    {
        using ReaderWriterLockSlim gate = new();
        await ReaderWriterLockSlimPatches.EnterReadLockAsync(gate);
        await Co.Spawn(async Coroutine () => Assert.False(await ReaderWriterLockSlimPatches.TryEnterWriteLockAsync(gate, Ms(Minute))));
        ReaderWriterLockSlimPatches.ExitReadLock(gate);
    });

    [Fact]
    public void A_lock_of_readers_and_writers_is_not_entered_past_a_thread() => TakesAMinute(async () =>
    {
        using ReaderWriterLockSlim gate = new();
        Func<Task> leave = PlainThread.Hold(gate.EnterWriteLock, gate.ExitWriteLock);
        Assert.False(await ReaderWriterLockSlimPatches.TryEnterReadLockAsync(gate, Minute));
        await leave();
        Assert.True(await ReaderWriterLockSlimPatches.TryEnterReadLockAsync(gate, 0));
        ReaderWriterLockSlimPatches.ExitReadLock(gate);
    });

    [Fact]
    public void A_monitor_that_a_thread_holds_is_not_entered() => TakesAMinute(async () =>
    {
        object gate = new();
        Func<Task> leave = PlainThread.Hold(() => Monitor.Enter(gate), () => Monitor.Exit(gate));
        Assert.False(await MonitorPatches.TryEnterAsync(gate, Minute));
        await leave();
    });

    private void TakesAMinute(Func<Coroutine> work)
    {
        VirtualClock clock = new();
        Create(clock).Run(work);
        Assert.Equal(Ms(Minute), clock.Elapsed);
    }
}

public sealed class PatchTimeoutTestsOnLoop : PatchTimeoutTests
{
    private protected override Scheduler Create(VirtualClock clock) => new LoopScheduler(clock);
}

public sealed class PatchTimeoutTestsOnPool : PatchTimeoutTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
