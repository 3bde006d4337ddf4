using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// The items of a queue or channel, each taken when it is asked for. Enumerate them with <see langword="foreach"/> in plain code and
/// <see langword="await"/> <see langword="foreach"/> in a coroutine. Made by <see cref="Conduit{T}.TakeAll"/>.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public readonly struct TakenItems<T> : IEnumerable<T>
{
    private readonly Conduit<T> _conduit;
    private readonly CancellationToken _cancellationToken;

    internal TakenItems(Conduit<T> conduit, CancellationToken cancellationToken)
    {
        _conduit = conduit;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins to take, in plain code.</summary>
    /// <returns>What takes one item after another. It waits by pumping the thread's loop.</returns>
    public Enumerator GetEnumerator() => new(_conduit, _cancellationToken);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Begins to take, in a coroutine.</summary>
    /// <returns>What takes one item after another.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Enumerator GetAsyncEnumerator() => new(_conduit, _cancellationToken);

    /// <summary>Sees the items as the asynchronous sequence of the base class library.</summary>
    /// <param name="cancellationToken">Ends the wait for the next item, as does the token that <see cref="Conduit{T}.TakeAll"/> was given.</param>
    /// <returns>The sequence. A fiber that waits in it is killed only when the next item comes: there, enumerate this itself.</returns>
    public async IAsyncEnumerable<T> AsAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        await foreach (T item in _conduit.TakeAll(linked.Token)) yield return item;
    }

    /// <summary>Takes one item after another. Used by one fiber or thread at a time.</summary>
    public sealed class Enumerator : IWaitingEnumerator<T>
    {
        private readonly Conduit<T> _conduit;
        private readonly CancellationToken _cancellationToken;
        private T? _current;

        internal Enumerator(Conduit<T> conduit, CancellationToken cancellationToken)
        {
            _conduit = conduit;
            _cancellationToken = cancellationToken;
        }

        /// <summary>The item that was taken last.</summary>
        public T Current => _current!;

        object? IEnumerator.Current => _current;

        /// <summary>Takes the next item; waits until there is one.</summary>
        /// <returns>False if it was shut down and has no items left.</returns>
        /// <exception cref="OperationCanceledException">The token was cancelled before an item was taken.</exception>
        /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
        public bool MoveNext()
        {
            using MainTurn turn = MainTurn.Begin("Conduit.TakeAll");
            return turn.Wait(MoveNextAsync());
        }

        /// <inheritdoc cref="MoveNext"/>
        public Coroutine<bool> MoveNextAsync()
        {
            Coroutine<(bool, T?)> next = _conduit.NextAsync(_cancellationToken);
            return next.IsCompleted ? new Coroutine<bool>(Keep(next.GetAwaiter().GetResult())) : KeepLater(next);
        }

        /// <summary>Has nothing to do.</summary>
        public void Dispose() { }

        void IEnumerator.Reset() => throw new NotSupportedException("What was taken cannot be taken again.");

        private async Coroutine<bool> KeepLater(Coroutine<(bool, T?)> next) => Keep(await next);

        private bool Keep((bool Taken, T? Item) next)
        {
            _current = next.Item;
            return next.Taken;
        }
    }
}
