using System.Collections;

namespace CoGen;

public sealed partial class Generator<T> : IEnumerable<T>, IEnumerator<T>, IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    /// <inheritdoc/>
    object? IEnumerator.Current => Current;

    /// <summary>Begins a run: this object's own if nothing has begun it, else one of a new object.</summary>
    /// <returns>The run.</returns>
    public Generator<T> GetEnumerator() => Run(default);

    /// <summary>Begins a run for <see langword="await"/> <see langword="foreach"/>, in a fiber.</summary>
    /// <param name="cancellationToken">What ends it before its next value.</param>
    /// <inheritdoc cref="GetEnumerator"/>
    public Generator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Run(cancellationToken);

    /// <inheritdoc/>
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) => GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    ValueTask<bool> IAsyncEnumerator<T>.MoveNextAsync() => MoveNextAsync().AsValueTask();

    /// <inheritdoc/>
    ValueTask IAsyncDisposable.DisposeAsync() => DisposeAsync().AsValueTask();

    /// <summary>Not supported: begin another run.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    void IEnumerator.Reset() => throw new NotSupportedException("A generator does not go back. Each foreach is a run of its own.");

    private Generator<T> Run(CancellationToken token)
    {
        if (_isTaken || token.CanBeCanceled) return new Generator<T>(_body, token);
        _isTaken = true;
        return this;
    }
}
