namespace CoGen;

/// <summary>
/// A change in what a lock guards, that others wait for: who holds the lock waits without it, and has it again afterwards. The
/// counterpart of <see cref="Monitor.Wait(object)"/> and <see cref="Monitor.Pulse(object)"/>; gevent has none.
/// </summary>
/// <remarks>
/// As what was waited for may have changed again by the time the lock is held, wait in a loop:
/// <c>while (!there) changed.Wait();</c>. All members but <see cref="Lock"/> require that the lock is held.
/// </remarks>
public sealed class CoCondition : Waitable
{
    private WaitLine _waiters;

    /// <summary>Creates a condition.</summary>
    /// <param name="guard">The lock that guards what will change; null for one of its own. Several conditions may share one.</param>
    public CoCondition(CoLock? guard = null) => Lock = guard ?? new CoLock { PartOf = this };

    /// <summary>The lock.</summary>
    public CoLock Lock { get; }

    /// <summary>Never: a condition has no state, only those who wait when it is pulsed hear of it.</summary>
    public override bool IsReady => false;

    private protected override bool IsReadyNow => false;

    /// <summary>Leaves the lock, however often it was entered, waits for a pulse, and enters the lock again as often.</summary>
    /// <remarks>The lock is held again also when the wait ends by a timeout, a token or a kill, which have to wait for that.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SynchronizationLockException">The lock is not held.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Leaves the lock, waits for a pulse no longer than <paramref name="timeout"/>, and enters the lock again.</summary>
    /// <param name="timeout">How long to wait for the pulse at most; to get the lock back may take longer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there was a pulse for this wait.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/remarks | /exception"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoCondition.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Lock.RequireHeld("CoCondition.Wait");
        LineWait<Waiter> wait = LineWait<Waiter>.Rent();
        wait.Node.Condition = this;
        Gate.Enter();
        _waiters.Append(wait.Node);
        Gate.Exit();
        return WaitAndRetakeAsync(wait, timeout, cancellationToken);
    }

    /// <summary>Wakes the first who waits, or more. Each goes on when it has the lock. Does not wait.</summary>
    /// <param name="count">How many at most; at least 1.</param>
    /// <exception cref="SynchronizationLockException">The lock is not held.</exception>
    public void Pulse(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Lock.RequireHeld("CoCondition.Pulse");
        RouseList waiters = default;
        RouseList watchers = default;
        Gate.Enter();
        while (count-- > 0 && _waiters.Serve() is { } waiter) waiters.Add(waiter);
        ServeWatchers(ref watchers);
        Gate.Exit();
        waiters.Rouse(WaitFrame.Signalled);
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Wakes all who wait.</summary>
    /// <inheritdoc cref="Pulse" path="/exception"/>
    public void PulseAll() => Pulse(int.MaxValue);

    private async Coroutine<bool> WaitAndRetakeAsync(LineWait<Waiter> wait, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // In line first: a pulse needs the lock, so that none can be missed.
        CoLock.Claim claim = Lock.LeaveFully();
        try
        {
            return await wait.Begin(timeout, cancellationToken);
        }
        finally
        {
            await Lock.RetakeAsync(claim);
        }
    }

    private sealed class Waiter : LineNode
    {
        internal CoCondition? Condition;

        internal override bool TryWithdraw()
        {
            CoCondition condition = Condition!;
            condition.Gate.Enter();
            bool removed = condition._waiters.TryRemove(this);
            condition.Gate.Exit();
            return removed;
        }

        internal override string Describe() => $"a pulse of {Condition}";

        internal override void Clear() => Condition = null;
    }
}
