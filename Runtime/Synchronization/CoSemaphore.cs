using System.Diagnostics;

namespace CoGen;

/// <summary>
/// A number of permits: whoever finds none waits for one. The counterpart of gevent's <c>Semaphore</c>; with a maximum, of
/// its <c>BoundedSemaphore</c>.
/// </summary>
/// <remarks>
/// A permit has no owner: any fiber and any thread may release. Whoever waits is woken in the order of arrival. Who runs may
/// take a permit just released before the one that was woken for it, but only once: the next one is handed over, so that
/// nobody waits for ever while others come and go. With <see cref="IsFair"/> nobody passes those who wait at all.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}: {CurrentCount} free, {WaitingCount} wait")]
public sealed class CoSemaphore : Waitable
{
    private readonly int _maximum;
    private WaitLine _takers;
    private int _free;

    /// <summary>Creates a semaphore.</summary>
    /// <param name="initialCount">How many permits are free; not negative.</param>
    /// <param name="maximumCount">How many may ever be free: to release one more is an error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the maximum is less than the initial count or 1.</exception>
    public CoSemaphore(int initialCount = 1, int maximumCount = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumCount, Math.Max(1, initialCount));
        _free = initialCount;
        _maximum = maximumCount;
    }

    /// <summary>What its permits stand for, in the words of a dump; null for just a permit.</summary>
    internal string? Meaning { get; init; }

    /// <summary>How many permits are free.</summary>
    public int CurrentCount => Volatile.Read(ref _free);

    /// <summary>
    /// Whether it is strictly first come, first served: a permit that is released is handed to the first who waits, and who comes
    /// while others wait stands behind them. That costs a switch for each permit that is waited for.
    /// </summary>
    public bool IsFair { get; init; }

    /// <summary>How many wait for a permit, as seen at this moment: what is negative in eventlet's <c>balance</c>.</summary>
    public int WaitingCount
    {
        get
        {
            Gate.Enter();
            int count = _takers.Count;
            Gate.Exit();
            return count;
        }
    }

    /// <inheritdoc/>
    public override bool IsReady => CurrentCount > 0;

    private protected override bool IsReadyNow => _free > 0;

    private protected override string DescribeReady() => $"a free permit of {this}";

    /// <summary>Takes a permit if one is free. Never waits, and never yields.</summary>
    /// <returns>Whether a permit was taken.</returns>
    public bool TryWait()
    {
        Gate.Enter();
        bool taken = TryTake();
        Gate.Exit();
        return taken;
    }

    /// <summary>Takes a permit, for which it waits if need be.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before a permit was taken.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Takes a permit, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once, so that a loop of tries makes progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether a permit was taken.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/exception"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoSemaphore.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        if (TryWait()) return new Coroutine<bool>(true);

        LineWait<Taker> wait = LineWait<Taker>.Rent();
        wait.Node.Semaphore = this;
        Gate.Enter();
        bool taken = TryTake();
        if (!taken) _takers.Append(wait.Node);
        Gate.Exit();
        if (!taken) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    /// <summary>Waits until a permit is free, no longer than <paramref name="timeout"/>, and takes none: gevent's <c>Semaphore.wait</c>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one was free in that time; it may have been taken since.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before a permit was free.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public bool WaitUntilFree(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoSemaphore.WaitUntilFree");
        return turn.Wait(WaitUntilFreeAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="WaitUntilFree"/>
    public Coroutine<bool> WaitUntilFreeAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => WatchAsync(timeout, cancellationToken);

    /// <summary>Frees permits, and wakes as many of those who wait for one. Does not wait.</summary>
    /// <param name="releaseCount">How many; at least 1.</param>
    /// <returns>How many were free before.</returns>
    /// <exception cref="SemaphoreFullException">More would be free than the maximum. None is freed.</exception>
    public int Release(int releaseCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(releaseCount, 1);
        RouseList notified = default;
        RouseList served = default;
        Gate.Enter();
        int before = _free;
        bool isFull = _maximum - before < releaseCount;
        if (!isFull)
        {
            _free = before + releaseCount;
            HandOver(ref served);
            _takers.Notify(_free, ref notified);
            if (_free > 0) ServeWatchers(ref served);
        }

        Gate.Exit();
        if (isFull) throw new SemaphoreFullException($"{this} has {before} of at most {_maximum} permits free; {releaseCount} more were released. Release only what was taken.");

        served.Rouse(WaitFrame.Signalled);
        notified.Rouse(WaitFrame.Notified);
        return before;
    }

    /// <summary>Gives permits to the first in line who are not to be passed.</summary>
    private void HandOver(ref RouseList served)
    {
        while (_free > 0 && _takers.First is { } first && (IsFair || first.TriedInVain))
        {
            _takers.Serve();
            _free--;
            served.Add(first);
        }
    }

    private bool TryTake()
    {
        if (_free == 0) return false;
        _free--;
        return true;
    }

    /// <summary>One who waits for a permit.</summary>
    private sealed class Taker : LineNode
    {
        internal CoSemaphore? Semaphore;

        internal override bool TryServe()
        {
            CoSemaphore semaphore = Semaphore!;
            semaphore.Gate.Enter();
            bool taken = semaphore._takers.EndTry(this, semaphore.TryTake());
            semaphore.Gate.Exit();
            return taken;
        }

        internal override bool TryWithdraw()
        {
            CoSemaphore semaphore = Semaphore!;
            semaphore.Gate.Enter();
            bool removed = semaphore._takers.TryRemove(this);
            semaphore.Gate.Exit();
            return removed;
        }

        internal override string Describe() => Semaphore!.Meaning ?? $"a permit of {Semaphore}";

        internal override void Clear() => Semaphore = null;
    }
}
