namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>
    /// All items from now on, each of which is taken when it is asked for, until <see cref="ShutDown"/>: for a <see langword="foreach"/> in plain
    /// code, which pumps the loop while it waits, and for an <see langword="await"/> <see langword="foreach"/> in a coroutine.
    /// </summary>
    /// <param name="cancellationToken">Ends a wait for the next.</param>
    /// <returns>The items. Several may take them at once: each item goes to one.</returns>
    /// <remarks>If it was shut down with an error, that error is thrown after the last item. gevent ends such a loop by a special item instead.</remarks>
    public TakenItems<T> TakeAll(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    /// <summary>Puts items one after another; waits while there is no room.</summary>
    /// <param name="items">The items. What others put may come between them.</param>
    /// <param name="cancellationToken">Ends the wait. What was put before stays.</param>
    /// <inheritdoc cref="Put(T, CancellationToken)" path="/exception"/>
    public void PutAll(IEnumerable<T> items, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Conduit.PutAll");
        turn.Wait(PutAllAsync(items, cancellationToken));
    }

    /// <inheritdoc cref="PutAll"/>
    public async Coroutine PutAllAsync(IEnumerable<T> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (T item in items) await PutAsync(item, cancellationToken);
    }
}
