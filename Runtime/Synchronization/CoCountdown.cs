namespace CoGen;

/// <summary>
/// A number that is counted down by those who are done; at zero every wait passes. The counterpart of
/// <see cref="CountdownEvent"/>; gevent has none.
/// </summary>
/// <remarks>As with a <see cref="CoEvent"/>, who waits when it reaches zero gets <see langword="true"/> even if it is reset since.</remarks>
public sealed class CoCountdown : Waitable
{
    private int _count;

    /// <summary>Creates a countdown.</summary>
    /// <param name="initialCount">Where it begins; not negative. At zero it is done at once.</param>
    public CoCountdown(int initialCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount);
        _count = initialCount;
    }

    /// <summary>How many are still to signal.</summary>
    public int CurrentCount => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public override bool IsReady => CurrentCount == 0;

    private protected override bool IsReadyNow => _count == 0;

    /// <summary>Counts down; at zero wakes all who wait. Does not wait.</summary>
    /// <param name="signalCount">By how much; at least 1.</param>
    /// <returns>Whether this call reached zero.</returns>
    /// <exception cref="InvalidOperationException">It would go below zero. Nothing was counted.</exception>
    public bool Signal(int signalCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signalCount, 1);
        RouseList watchers = default;
        Gate.Enter();
        int before = _count;
        if (signalCount <= before) SetCount(before - signalCount, ref watchers);
        Gate.Exit();
        if (signalCount > before) throw new InvalidOperationException($"{this} stands at {before} and was to be counted down by {signalCount}.");

        watchers.Rouse(WaitFrame.Signalled);
        return signalCount == before;
    }

    /// <summary>Counts up: more are to signal. Does not wait.</summary>
    /// <param name="signalCount">By how much; at least 1.</param>
    /// <exception cref="InvalidOperationException">It has reached zero, where it stays until it is reset, or would be more than <see cref="int.MaxValue"/>.</exception>
    public void AddCount(int signalCount = 1)
    {
        if (!TryAddCount(signalCount)) throw new InvalidOperationException($"{this} has reached zero; only Reset begins it anew.");
    }

    /// <summary>Counts up, unless it has reached zero. Does not wait.</summary>
    /// <returns>Whether it had not reached zero.</returns>
    /// <exception cref="InvalidOperationException">It would be more than <see cref="int.MaxValue"/>.</exception>
    /// <inheritdoc cref="AddCount" path="/param"/>
    public bool TryAddCount(int signalCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signalCount, 1);
        Gate.Enter();
        int before = _count;
        bool fits = signalCount <= int.MaxValue - before;
        if (before > 0 && fits) Volatile.Write(ref _count, before + signalCount);
        Gate.Exit();
        if (before > 0 && !fits) throw new InvalidOperationException($"{this} stands at {before} and cannot be counted up by {signalCount}.");
        return before > 0;
    }

    /// <summary>Begins anew. Those who still wait, wait for the new count. Does not wait.</summary>
    /// <param name="count">Where it begins; not negative. At zero all who wait are woken.</param>
    public void Reset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RouseList watchers = default;
        Gate.Enter();
        SetCount(count, ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Waits until zero is reached.</summary>
    /// <inheritdoc cref="CoEvent.Wait(CancellationToken)"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until zero is reached, but no longer than <paramref name="timeout"/>.</summary>
    /// <returns>Whether zero was reached in that time.</returns>
    /// <inheritdoc cref="CoEvent.Wait(TimeSpan, CancellationToken)"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoCountdown.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => WatchAsync(timeout, cancellationToken);

    private protected override string DescribeReady() => $"{this}, which stands at {CurrentCount}";

    private void SetCount(int count, ref RouseList watchers)
    {
        Volatile.Write(ref _count, count);
        if (count == 0) ServeWatchers(ref watchers);
    }
}
