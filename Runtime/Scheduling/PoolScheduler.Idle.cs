namespace CoGen;

// Only a scheduler that must know counts its queued and running fibers: in virtual time, whose clock moves on when there are
// none, and one that is to find deadlocks.

public sealed partial class PoolScheduler
{
    private readonly VirtualClock? _virtualClock;
    private readonly Lock _idleLock = new();

    /// <summary>The waits of plain code for fibers of this scheduler, with the life of each. Guarded by <see cref="_idleLock"/>.</summary>
    private readonly List<(JoinWait Wait, int Version)> _plainWaits = [];

    private bool _tracks;

    /// <summary>How many fibers are queued or running.</summary>
    private int _active;

    /// <summary>How often there was one again after there was none.</summary>
    private int _awakenings;

    /// <summary>How many outside events are outstanding.</summary>
    private int _postsExpected;

    /// <summary>How many fibers wait for what takes real time.</summary>
    private int _clockHolds;

    /// <summary>
    /// Whether only this scheduler's own fibers act on what they wait for: then, if all of them wait, no timer is armed and no task
    /// is awaited, that is a deadlock, and plain code that waits for one of them gets a <see cref="DeadlockException"/>. By default so
    /// with a <see cref="VirtualClock"/>.
    /// </summary>
    public bool IsSelfContained
    {
        get;
        init
        {
            field = value;
            _tracks = value || Clock is VirtualClock;
        }
    }

    internal override void AddIdler(IdleWait wait) => throw new NotSupportedException("A pool does not know when it has nothing to do.");

    internal override void RemoveIdler(IdleWait wait)
    {
    }

    internal override void ExpectPost()
    {
        if (_tracks) Interlocked.Increment(ref _postsExpected);
    }

    internal override void PostExpected(CompilerServices.Frame frame)
    {
        // In this order: who sees that nothing is expected must find the fiber active.
        Post(frame);
        MeetExpectation();
    }

    internal override void MeetExpectation()
    {
        if (!_tracks) return;
        Interlocked.Decrement(ref _postsExpected);
        if (Volatile.Read(ref _active) == 0) OnIdle();
    }

    internal override void ForgetExpectedPost()
    {
        if (_tracks) Interlocked.Decrement(ref _postsExpected);
    }

    internal override void HoldClock() => Interlocked.Increment(ref _clockHolds);

    internal override void ReleaseClock() => Interlocked.Decrement(ref _clockHolds);

    /// <summary>Plain code waits for a fiber: if nothing can ever end it, the wait is to be told.</summary>
    internal void AddPlainWait(JoinWait wait)
    {
        if (!_tracks) return;
        lock (_idleLock) _plainWaits.Add((wait, wait.Version));
        if (Volatile.Read(ref _active) == 0) OnIdle();
    }

    internal void RemovePlainWait(JoinWait wait)
    {
        if (!_tracks) return;
        lock (_idleLock) _plainWaits.RemoveAll(entry => entry.Wait == wait);
    }

    private void EnqueueTracked(FiberCore fiber, bool isLocal)
    {
        if (Interlocked.Increment(ref _active) == 1) Interlocked.Increment(ref _awakenings);
        Queue(fiber, new TrackedTurn(this, fiber), isLocal);
    }

    private void OnIdle()
    {
        lock (_idleLock)
        {
            int awakenings = Volatile.Read(ref _awakenings);
            bool mayBePosted = Volatile.Read(ref _postsExpected) != 0;
            if (Volatile.Read(ref _active) != 0) return;

            lock (_timerLock)
            {
                if (RouseOverdue()) return;
                if (_virtualClock is not null && _timers.Next is not null)
                {
                    // The end of that wait is a turn, after which this is looked at again.
                    if (Volatile.Read(ref _clockHolds) != 0) return;
                    if (mayBePosted) GiveGrace(awakenings);
                    else MoveClock();
                    return;
                }

                if (mayBePosted || !IsSelfContained || _timers.Count > 0 || _plainWaits.Count == 0) return;
            }

            TellOfDeadlock();
        }
    }

    /// <summary>Outside events happen in real time: gives them a little of it before virtual time goes on.</summary>
    private void GiveGrace(int awakenings) =>
        _ = Task.Delay(_virtualClock!.Patience).ContinueWith(
            _ =>
            {
                lock (_idleLock)
                {
                    if (Volatile.Read(ref _awakenings) != awakenings || Volatile.Read(ref _active) != 0) return;
                    lock (_timerLock) MoveClock();
                }
            },
            TaskScheduler.Default);

    /// <summary>Moves the virtual clock to the next timers, until one fires. Called under both locks.</summary>
    private void MoveClock()
    {
        int awakenings = Volatile.Read(ref _awakenings);
        while (Volatile.Read(ref _awakenings) == awakenings && _timers.Next is { } next)
        {
            TimeSpan jump = TimeSpan.FromMilliseconds(next) - Now;
            if (jump > TimeSpan.Zero) _virtualClock!.Advance(jump);
            FireTimers();
            if (Volatile.Read(ref _awakenings) == awakenings) RouseOverdue();
        }
    }

    /// <summary>A turn is over: what has come due meanwhile, by its cost or because the fiber has moved the clock, is fired though others may run.</summary>
    private void PassTime(VirtualClock clock)
    {
        if (clock.CostPerTurn > TimeSpan.Zero) clock.Advance(clock.CostPerTurn);
        lock (_timerLock)
        {
            if (_timers.Next is not { } next || TimeSpan.FromMilliseconds(next) > Now) return;
            FireTimers();
            RouseOverdue();
        }
    }

    private void TellOfDeadlock()
    {
        DeadlockException deadlock = DeadlockException.Of(
            [.. _plainWaits.Select(entry => new ParkedFiber("main", entry.Wait.Describe()))], Suspended(), static _ => null);
        foreach ((JoinWait wait, int version) in _plainWaits)
        {
            wait.Fiber?.Order(static told =>
            {
                if (told.wait.Version == told.version) told.wait.TryInterrupt(told.deadlock);
            }, (wait, version, deadlock));
        }

        _plainWaits.Clear();
    }

    /// <summary>The turn of a fiber, counted by the scheduler that queued it: the fiber may be another one's by then.</summary>
    private sealed class TrackedTurn(PoolScheduler pool, FiberCore fiber) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            bool hasMore = RunMail(fiber);
            if (hasMore && fiber.Scheduler == pool)
            {
                Queue(fiber, this, isLocal: false);
                return;
            }

            if (hasMore) Requeue(fiber);
            if (Interlocked.Decrement(ref pool._active) == 0) pool.OnIdle();
        }
    }
}
