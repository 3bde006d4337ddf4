namespace CoGen;

/// <summary>
/// Something that has happened, or not yet: while it is set every wait passes. The counterpart of gevent's <c>Event</c>, and
/// of <see cref="ManualResetEventSlim"/>.
/// </summary>
/// <remarks>
/// Whoever waits when it is set gets <see langword="true"/>, even if it is reset before the waiter's turn. Who comes while
/// others are still being woken goes on after them. Any fiber and any thread may set and reset.
/// </remarks>
/// <param name="initialState">Whether it is set from the beginning.</param>
public sealed class CoEvent(bool initialState = false) : Waitable
{
    private bool _isSet = initialState;

    /// <summary>Whether it is set, as seen at this moment.</summary>
    public bool IsSet => Volatile.Read(ref _isSet);

    /// <inheritdoc/>
    public override bool IsReady => IsSet;

    private protected override bool IsReadyNow => _isSet;

    /// <summary>Sets it, and wakes all who wait. Does not wait. Has no effect if it is set.</summary>
    public void Set()
    {
        RouseList watchers = default;
        Gate.Enter();
        _isSet = true;
        ServeWatchers(ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Lets those who come from now on wait: gevent's <c>clear</c>. Does not wait. Has no effect if it is not set.</summary>
    public void Reset()
    {
        Gate.Enter();
        _isSet = false;
        Gate.Exit();
    }

    /// <summary>Waits until it is set.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until it is set, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was set in that time; it may have been reset since.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/exception"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoEvent.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => WatchAsync(timeout, cancellationToken);
}
