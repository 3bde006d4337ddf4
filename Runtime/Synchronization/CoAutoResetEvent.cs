namespace CoGen;

/// <summary>
/// A signal that one taker gets: each <see cref="Set"/> lets one wait pass, the first in line or else the next that comes.
/// The counterpart of <see cref="AutoResetEvent"/>; gevent has none.
/// </summary>
/// <remarks>
/// Unlike the permit of a <see cref="CoSemaphore"/> a signal is handed over: what was set for one who waits cannot be taken by
/// another, so that two signals for two who wait are never one.
/// </remarks>
/// <param name="initialState">Whether the first wait is to pass.</param>
public sealed class CoAutoResetEvent(bool initialState = false) : Waitable
{
    private WaitLine _takers;
    private bool _isSet = initialState;

    /// <summary>Whether a signal is there that nobody has taken yet.</summary>
    public bool IsSet => Volatile.Read(ref _isSet);

    /// <inheritdoc/>
    public override bool IsReady => IsSet;

    private protected override bool IsReadyNow => _isSet;

    /// <summary>Gives a signal to the first who waits; without one, keeps it. Does not wait. Signals that are kept do not add up.</summary>
    public void Set()
    {
        RouseList roused = default;
        Gate.Enter();
        if (_takers.Serve() is { } taker)
        {
            roused.Add(taker);
        }
        else
        {
            _isSet = true;
            ServeWatchers(ref roused);
        }

        Gate.Exit();
        roused.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Takes back a signal that nobody has taken. Does not wait.</summary>
    public void Reset() => TryWait();

    /// <summary>Takes the signal if it is there. Never waits, and never yields.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryWait()
    {
        Gate.Enter();
        bool taken = TryTake();
        Gate.Exit();
        return taken;
    }

    /// <summary>Takes a signal, for which it waits if need be.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before a signal was taken.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Takes a signal, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether a signal was taken.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/exception"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoAutoResetEvent.Wait");
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
        wait.Node.Event = this;
        Gate.Enter();
        bool taken = TryTake();
        if (!taken) _takers.Append(wait.Node);
        Gate.Exit();
        if (!taken) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private bool TryTake()
    {
        bool taken = _isSet;
        _isSet = false;
        return taken;
    }

    private sealed class Taker : LineNode
    {
        internal CoAutoResetEvent? Event;

        internal override bool TryWithdraw()
        {
            CoAutoResetEvent signal = Event!;
            signal.Gate.Enter();
            bool removed = signal._takers.TryRemove(this);
            signal.Gate.Exit();
            return removed;
        }

        internal override string Describe() => $"a signal of {Event}";

        internal override void Clear() => Event = null;
    }
}
