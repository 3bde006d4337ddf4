using System.Runtime.CompilerServices;

namespace CoGen;

// The lock is told apart by threads, all fibers of a loop by this. Two steps, as with a monitor: a fiber is first admitted among the fibers, and then
// an agent enters the lock itself, to keep out plain code. The agent is the loop's own thread as long as that can stand for one fiber more: it may read for
// many, but may neither read and then upgrade (no thread may), nor wait. Then it is a deputy. A pool's fiber has a thread of its own for it (see OwnThread).
//
// What a fiber that holds something may enter besides, and in what words it is refused, the framework's own lock says: a new one of the same policy goes through
// the same steps.

/// <summary>The fibers that hold, or wait for, one <see cref="ReaderWriterLockSlim"/>.</summary>
internal sealed partial class FiberReaderWriterLock
{
    private static readonly ConditionalWeakTable<ReaderWriterLockSlim, FiberReaderWriterLock> s_all = [];

    private readonly ReaderWriterLockSlim _target;
    private readonly List<Hold> _holds = [];
    private Gate _gate;
    private int _sharedReads;
    private WaitLine _entrants;

    /// <summary>The holder of the upgradeable lock that waits to write: it goes before all others.</summary>
    private Entrant? _upgrading;

    private FiberReaderWriterLock(ReaderWriterLockSlim target) => _target = target;

    internal static FiberReaderWriterLock Of(ReaderWriterLockSlim target) => s_all.GetValue(target, static target => new FiberReaderWriterLock(target));

    internal static FiberReaderWriterLock? Find(ReaderWriterLockSlim target) => s_all.TryGetValue(target, out FiberReaderWriterLock? found) ? found : null;

    /// <summary>For how many fibers more than threads the lock is read.</summary>
    internal int SharedReads => Volatile.Read(ref _sharedReads);

    /// <summary>Enters, for which it waits no longer than <paramref name="timeout"/>.</summary>
    internal async Coroutine<bool> TryEnterAsync(LockMode mode, TimeSpan timeout)
    {
        Holder me = Holder.Here;
        Hold? mine = Mine(me);
        if (mine is not null && TryEnterAgain(mine, mode)) return true;

        Deadline deadline = Deadline.In(timeout);
        Hold? admitted = await AdmitAsync(me, mode, timeout);
        if (admitted is null) return false;
        bool isEntered = false;
        try
        {
            isEntered = await EnterTargetAsync(admitted, mode, deadline);
        }
        finally
        {
            if (!isEntered) Leave(admitted, mode);
        }

        return isEntered;
    }

    /// <summary>Leaves once.</summary>
    /// <exception cref="SynchronizationLockException">The fiber does not hold it.</exception>
    internal void Exit(LockMode mode)
    {
        if (Mine(Holder.Here) is not { } mine || mine.Count(mode) == 0)
        {
            using ReaderWriterLockSlim another = new(_target.RecursionPolicy);
            mode.Exit(another);
            return;
        }

        if (mine.Count(mode) == 1) ExitTarget(mine, mode);
        Leave(mine, mode);
    }

    /// <summary>Whether a thread of a loop has entered any lock for <paramref name="fiber"/>.</summary>
    internal static bool IsAnyHeldBy(FiberCore fiber)
    {
        foreach (KeyValuePair<ReaderWriterLockSlim, FiberReaderWriterLock> each in s_all)
        {
            if (each.Value.Mine(Holder.Of(fiber)) is { Deputy: null }) return true;
        }

        return false;
    }

    /// <summary>Whether the thread of <paramref name="loop"/> has entered any lock for one of its fibers.</summary>
    internal static bool IsAnyHeldOn(LoopScheduler loop)
    {
        foreach (KeyValuePair<ReaderWriterLockSlim, FiberReaderWriterLock> each in s_all)
        {
            FiberReaderWriterLock held = each.Value;
            held._gate.Enter();
            bool isHeld = held._holds.Exists(hold => hold.Deputy is null && hold.Who.Fiber?.SchedulerOrNull == loop);
            held._gate.Exit();
            if (isHeld) return true;
        }

        return false;
    }

    /// <summary>How often the code that asks has entered in this mode.</summary>
    internal int CountOf(LockMode mode) => Mine(Holder.Here)?.Count(mode) ?? 0;

    private Hold? Mine(in Holder me)
    {
        _gate.Enter();
        Hold? found = null;
        foreach (Hold hold in _holds)
        {
            if (!hold.Who.Is(me)) continue;
            found = hold;
            break;
        }

        _gate.Exit();
        return found;
    }

    /// <summary>Enters what is held already, or throws what the framework's lock would.</summary>
    /// <returns>False if the mode is allowed, and new.</returns>
    private bool TryEnterAgain(Hold mine, LockMode mode)
    {
        using ReaderWriterLockSlim another = new(_target.RecursionPolicy);
        mine.Replay(another);
        try
        {
            mode.TryEnter(another);
            mode.Exit(another);
        }
        finally
        {
            mine.Unwind(another);
        }

        if (mine.Count(mode) == 0) return false;
        mine.Add(mode, 1);
        return true;
    }
}
