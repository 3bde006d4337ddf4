namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>Puts an item; waits while there is no room.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="QueueShutDownException">It was shut down, before or during the wait.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the item was put.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Put(T item, CancellationToken cancellationToken = default) => Put(item, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Puts an item; waits while there is no room, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">There was no room in time. gevent calls this <c>Full</c>.</exception>
    /// <inheritdoc cref="Put(T, CancellationToken)" path="/exception"/>
    public void Put(T item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.Put");
        turn.Wait(PutAsync(item, timeout, cancellationToken));
    }

    /// <inheritdoc cref="Put(T, CancellationToken)"/>
    public Coroutine PutAsync(T item, CancellationToken cancellationToken = default) => PutAsync(item, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Put(T, TimeSpan, CancellationToken)"/>
    public Coroutine PutAsync(T item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return AttemptPut(item) switch
        {
            Attempt.Done => YieldsAfterPut ? TurnWait.Begin().WithoutResult() : default,
            Attempt.Over => throw ShutDownError(),
            _ => PutLater(item, timeout, cancellationToken),
        };
    }

    /// <summary>Puts an item; waits while there is no room, but no longer than <paramref name="timeout"/>.</summary>
    /// <returns>Whether the item was put in time.</returns>
    /// <inheritdoc cref="Put(T, TimeSpan, CancellationToken)" path="/param"/>
    /// <inheritdoc cref="Put(T, CancellationToken)" path="/exception"/>
    public bool TryPut(T item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.TryPut");
        return turn.Wait(TryPutAsync(item, timeout, cancellationToken));
    }

    /// <inheritdoc cref="TryPut(T, TimeSpan, CancellationToken)"/>
    public Coroutine<bool> TryPutAsync(T item, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return AttemptPut(item) switch
        {
            Attempt.Done => YieldsAfterPut ? TurnWait.Begin() : new Coroutine<bool>(true),
            Attempt.Over => throw ShutDownError(),
            _ => TryPutLater(item, timeout, cancellationToken),
        };
    }

    /// <summary>Whether one who has put into the hands of a taker lets it go first.</summary>
    internal virtual bool YieldsAfterPut => false;

    private async Coroutine PutLater(T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!await BeginPut(item, timeout, cancellationToken, out Putter putter)) throw new TimeoutException($"{this} had no room within {timeout}.");
        if (!putter.TakeOutcome()) throw ShutDownError();
    }

    private async Coroutine<bool> TryPutLater(T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!await BeginPut(item, timeout, cancellationToken, out Putter putter)) return false;
        if (!putter.TakeOutcome()) throw ShutDownError();
        return true;
    }
}
