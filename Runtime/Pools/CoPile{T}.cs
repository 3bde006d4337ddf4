using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Calls whose results come out in the order in which they were spawned: spawn some, enumerate their results, spawn more, go on
/// enumerating. The counterpart of eventlet's <c>GreenPile</c>.
/// </summary>
/// <typeparam name="T">The type of the results.</typeparam>
/// <remarks>
/// An enumeration takes the results off the pile, waits for each, and ends when nothing is on the pile. The error of a call is
/// thrown in its turn, and the results after it can still be asked for. To leave an enumeration early cancels nothing.
/// Members may be used from any thread, but one enumerates at a time.
/// </remarks>
public sealed class CoPile<T> : CoSequence<T>
{
    private readonly FiberGroup _calls;
    private readonly Lock _gate = new();

    /// <summary>The calls, each with a group of its own, which is ready when the call has ended.</summary>
    private readonly Queue<(Fiber<T> Call, CoGroup End)> _pile = new();

    /// <summary>Creates an empty pile.</summary>
    /// <param name="calls">The pool or group in which the calls run; others may use it too. A group of the pile's own if null.</param>
    public CoPile(FiberGroup? calls = null) => _calls = calls ?? new CoGroup();

    /// <summary>How many results are on the pile, whether they are there yet or not.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _pile.Count;
        }
    }

    /// <summary>Spawns a call, for which it waits until there is a slot, and puts its result on the pile.</summary>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="cancellationToken">Ends the wait for a slot.</param>
    /// <inheritdoc cref="FiberGroup.Spawn(Action, CancellationToken)" path="/exception"/>
    public void Spawn([CoroutineEntry] Func<T> entry, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public void Spawn(Func<Coroutine<T>> entry, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoPile.Spawn");
        turn.Wait(SpawnAsync(entry, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public void Spawn<TArg>([CoroutineEntry] Func<TArg, T> entry, TArg arg, CancellationToken cancellationToken = default) => Spawn(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public void Spawn<TArg>(Func<TArg, Coroutine<T>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoPile.Spawn");
        turn.Wait(SpawnAsync(entry, arg, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    public Coroutine SpawnAsync([CoroutineEntry] Func<T> entry, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), cancellationToken);

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine SpawnAsync(Func<Coroutine<T>> entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return PileAsync(new ResultEntry<T>(entry), cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public Coroutine SpawnAsync<TArg>([CoroutineEntry] Func<TArg, T> entry, TArg arg, CancellationToken cancellationToken = default) => SpawnAsync(Twin.Of(entry), arg, cancellationToken);

    /// <inheritdoc cref="Spawn(Func{T}, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public Coroutine SpawnAsync<TArg>(Func<TArg, Coroutine<T>> entry, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return PileAsync(new ResultEntry<TArg, T>(entry, arg), cancellationToken);
    }

    /// <inheritdoc/>
    public override CoEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumeration(this, cancellationToken);

    private async Coroutine PileAsync<TEntry>(TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T>
    {
        cancellationToken.ThrowIfCancellationRequested();
        CoGroup end = new() { Name = "a call of a pile" };
        Fiber<T> call = await _calls.SpawnAsync<TEntry, T>(entry, end, cancellationToken);
        lock (_gate) _pile.Enqueue((call, end));
    }

    private sealed class Enumeration(CoPile<T> pile, CancellationToken cancellationToken) : CoEnumerator<T>
    {
        public override async Coroutine<bool> MoveNextAsync()
        {
            (Fiber<T> Call, CoGroup End) first;
            lock (pile._gate)
            {
                if (!pile._pile.TryPeek(out first)) return false;
            }

            await first.End.JoinAsync(cancellationToken);
            lock (pile._gate) pile._pile.Dequeue();
            Current = first.Call.Result;
            return true;
        }

        public override Coroutine DisposeAsync() => default;

        private protected override bool TryDispose() => true;
    }
}
