using System.Collections;

namespace CoGen;

// Not IAsyncEnumerable<T>: LINQ's methods for both kinds of sequences would be ambiguous, and those for asynchronous ones
// leave the fiber.

public sealed partial class Generator<T> : IEnumerable<T>, IWaitingEnumerator<T>
{
    /// <inheritdoc/>
    object? IEnumerator.Current => Current;

    /// <summary>Begins a run: this object's own if nothing has begun it, else one of a new object.</summary>
    /// <returns>The run.</returns>
    public Generator<T> GetEnumerator()
    {
        if (_isTaken) return new Generator<T>(_body, _token) { _isTaken = true };
        _isTaken = true;
        return this;
    }

    /// <summary>Begins a run, for <see langword="await"/> <see langword="foreach"/> in a fiber.</summary>
    /// <inheritdoc cref="GetEnumerator"/>
    public Generator<T> GetAsyncEnumerator() => GetEnumerator();

    /// <summary>The same sequence, whose runs end with an <see cref="OperationCanceledException"/> once a token is cancelled.</summary>
    /// <param name="cancellationToken">The token. It is looked at before each value; a body that waits is not interrupted.</param>
    /// <returns>Another generator, not begun.</returns>
    public Generator<T> WithCancellation(CancellationToken cancellationToken) => new(_body, cancellationToken);

    /// <inheritdoc/>
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Not supported: begin another run.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    void IEnumerator.Reset() => throw new NotSupportedException("A generator does not go back. Each foreach is a run of its own.");
}
