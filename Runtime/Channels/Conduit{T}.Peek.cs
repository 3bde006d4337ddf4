namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>Sees the next item without taking it; waits until there is one. All who wait so see the same item, before it is taken by one who waits.</summary>
    /// <inheritdoc cref="Take(CancellationToken)"/>
    public T Peek(CancellationToken cancellationToken = default) => Peek(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Sees the next item without taking it; waits until there is one, but no longer than <paramref name="timeout"/>.</summary>
    /// <inheritdoc cref="Take(TimeSpan, CancellationToken)"/>
    public T Peek(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.Peek");
        return turn.Wait(PeekAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Peek(CancellationToken)"/>
    public Coroutine<T> PeekAsync(CancellationToken cancellationToken = default) => PeekAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Peek(TimeSpan, CancellationToken)"/>
    public Coroutine<T> PeekAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryPeek(out T? item) ? new Coroutine<T>(item) : GetLater(Aim.Peek, timeout, cancellationToken);
    }

    /// <summary>Sees the next item without taking it; waits until there is one, but no longer than <paramref name="timeout"/>.</summary>
    /// <returns>Whether an item came in time, and the item.</returns>
    /// <inheritdoc cref="TryTake(TimeSpan, CancellationToken)"/>
    public (bool Found, T? Item) TryPeek(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.TryPeek");
        return turn.Wait(TryPeekAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="TryPeek(TimeSpan, CancellationToken)"/>
    public Coroutine<(bool Found, T? Item)> TryPeekAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryPeek(out T? item) ? new Coroutine<(bool, T?)>((true, item)) : TryGetLater(Aim.Peek, timeout, cancellationToken);
    }
}
