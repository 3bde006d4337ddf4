using System.Collections;

namespace CoGen;

/// <summary>The items of a queue or channel, taken as they are asked for. Made by <see cref="Conduit{T}.TakeAll"/>.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public readonly struct TakenItems<T> : IEnumerable<T>, IAsyncEnumerable<T>
{
    private readonly Conduit<T> _conduit;
    private readonly CancellationToken _cancellationToken;

    internal TakenItems(Conduit<T> conduit, CancellationToken cancellationToken)
    {
        _conduit = conduit;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins to take.</summary>
    /// <returns>What takes one item after another.</returns>
    public Enumerator GetEnumerator() => new(_conduit, _cancellationToken, default);

    /// <summary>Begins to take.</summary>
    /// <param name="cancellationToken">Ends a wait for the next item, as does the token that <see cref="Conduit{T}.TakeAll"/> was given.</param>
    /// <returns>What takes one item after another.</returns>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(_conduit, _cancellationToken, cancellationToken);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) => GetAsyncEnumerator(cancellationToken);

    /// <summary>Takes one item after another. Used by one fiber or thread at a time.</summary>
    public sealed class Enumerator : IEnumerator<T>, IAsyncEnumerator<T>
    {
        private readonly Conduit<T> _conduit;
        private readonly CancellationToken _cancellationToken;
        private readonly CancellationTokenSource? _linked;
        private T? _current;

        internal Enumerator(Conduit<T> conduit, CancellationToken one, CancellationToken other)
        {
            _conduit = conduit;
            if (one.CanBeCanceled && other.CanBeCanceled && one != other) _linked = CancellationTokenSource.CreateLinkedTokenSource(one, other);
            _cancellationToken = _linked?.Token ?? (one.CanBeCanceled ? one : other);
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

        ValueTask<bool> IAsyncEnumerator<T>.MoveNextAsync() => MoveNextAsync().AsValueTask();

        /// <summary>Ends the taking. Does not wait.</summary>
        public void Dispose() => _linked?.Dispose();

        /// <inheritdoc cref="Dispose"/>
        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        void IEnumerator.Reset() => throw new NotSupportedException("What was taken cannot be taken again.");

        private async Coroutine<bool> KeepLater(Coroutine<(bool, T?)> next) => Keep(await next);

        private bool Keep((bool Taken, T? Item) next)
        {
            _current = next.Item;
            return next.Taken;
        }
    }
}
