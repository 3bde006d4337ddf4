namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>Takes the next item; waits until there is one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The item.</returns>
    /// <exception cref="QueueShutDownException">It was shut down, and has no items left.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before an item was taken.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public T Take(CancellationToken cancellationToken = default) => Take(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Takes the next item; waits until there is one, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The item.</returns>
    /// <exception cref="TimeoutException">No item came in time. gevent calls this <c>Empty</c>.</exception>
    /// <inheritdoc cref="Take(CancellationToken)" path="/exception"/>
    public T Take(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.Take");
        return turn.Wait(TakeAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Take(CancellationToken)"/>
    public Coroutine<T> TakeAsync(CancellationToken cancellationToken = default) => TakeAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Take(TimeSpan, CancellationToken)"/>
    public Coroutine<T> TakeAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return AttemptTake(out T item) switch
        {
            Attempt.Done => new Coroutine<T>(item),
            Attempt.Over => throw ShutDownError(),
            _ => GetLater(Aim.Take, timeout, cancellationToken),
        };
    }

    /// <summary>Takes the next item; waits until there is one, but no longer than <paramref name="timeout"/>.</summary>
    /// <returns>Whether an item was taken in time, and the item: <c>if (queue.TryTake(second) is (true, var item))</c>.</returns>
    /// <inheritdoc cref="Take(TimeSpan, CancellationToken)" path="/param"/>
    /// <inheritdoc cref="Take(CancellationToken)" path="/exception"/>
    public (bool Taken, T? Item) TryTake(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.TryTake");
        return turn.Wait(TryTakeAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="TryTake(TimeSpan, CancellationToken)"/>
    public Coroutine<(bool Taken, T? Item)> TryTakeAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return AttemptTake(out T item) switch
        {
            Attempt.Done => new Coroutine<(bool, T?)>((true, item)),
            Attempt.Over => throw ShutDownError(),
            _ => TryGetLater(Aim.Take, timeout, cancellationToken),
        };
    }

    /// <summary>Waits for an item, and takes with it what else is there, up to a number.</summary>
    /// <param name="maximumCount">How many items to take at most; at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The items, in order; at least one.</returns>
    /// <inheritdoc cref="Take(CancellationToken)" path="/exception"/>
    public IReadOnlyList<T> TakeMany(int maximumCount, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.TakeMany");
        return turn.Wait(TakeManyAsync(maximumCount, cancellationToken));
    }

    /// <inheritdoc cref="TakeMany"/>
    public async Coroutine<IReadOnlyList<T>> TakeManyAsync(int maximumCount, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumCount, 1);
        List<T> items = [await TakeAsync(cancellationToken)];
        while (items.Count < maximumCount && TryTake(out T? item)) items.Add(item);
        return items;
    }

    /// <summary>The next item; none if it was shut down and is empty. Throws the error it was shut down with.</summary>
    internal Coroutine<(bool Taken, T? Item)> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return AttemptTake(out T item) switch
        {
            Attempt.Done => new Coroutine<(bool, T?)>((true, item)),
            Attempt.Over => new Coroutine<(bool, T?)>(AtEnd()),
            _ => NextLater(cancellationToken),
        };
    }

    private async Coroutine<(bool Taken, T? Item)> NextLater(CancellationToken cancellationToken)
    {
        await BeginGet(Aim.Take, Timeout.InfiniteTimeSpan, cancellationToken, out Getter getter);
        return getter.TakeOutcome(out T? item) ? (true, item) : AtEnd();
    }

    private async Coroutine<T> GetLater(Aim aim, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!await BeginGet(aim, timeout, cancellationToken, out Getter getter)) throw new TimeoutException($"No item came to {this} within {timeout}.");
        if (!getter.TakeOutcome(out T? item)) throw ShutDownError();
        return item!;
    }

    private async Coroutine<(bool Taken, T? Item)> TryGetLater(Aim aim, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!await BeginGet(aim, timeout, cancellationToken, out Getter getter)) return default;
        if (!getter.TakeOutcome(out T? item)) throw ShutDownError();
        return (true, item);
    }
}
