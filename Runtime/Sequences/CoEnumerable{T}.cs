using System.ComponentModel;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// The values of an iterator that may wait: what the twin of a tagged method with <see langword="yield"/> <see langword="return"/>
/// returns. Enumerate it with <see langword="await"/> <see langword="foreach"/>, or with <see cref="AsyncEnumerable"/>'s LINQ.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// The body runs as if it stood in the consumer: lazily, in the consumer's fiber and turn, with its ambient state, timeouts and kills.
/// Each enumeration is a run of its own with the parameters of the call. Leaving early runs the body's <see langword="finally"/>
/// blocks, which may wait. A value that needs no waiting costs a resumption of the body and no memory.
/// </para>
/// <para>An enumerable may be used by several fibers at once; an enumerator by one at a time.</para>
/// </remarks>
public sealed class CoEnumerable<T> : IAsyncEnumerable<T>
{
    private readonly Func<SequenceYielder<T>, Coroutine>? _body;
    private readonly IEnumerable<T>? _plain;

    internal CoEnumerable(Func<SequenceYielder<T>, Coroutine> body) => _body = body;

    internal CoEnumerable(IEnumerable<T> plain) => _plain = plain;

    /// <summary>Begins a run. The body itself begins with the first <see cref="Enumerator.MoveNextAsync"/>.</summary>
    /// <param name="cancellationToken">Looked at before each value; what the body waits for is interrupted by kills and timeouts.</param>
    /// <returns>The run.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        _body is null ? new Enumerator(_plain!.GetEnumerator(), cancellationToken) : new Enumerator(new SequenceRun<T>(_body), cancellationToken);

    /// <inheritdoc/>
    IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) => GetAsyncEnumerator(cancellationToken);

    /// <summary>One run through the values.</summary>
    public readonly struct Enumerator : IAsyncEnumerator<T>
    {
        private readonly SequenceRun<T>? _run;
        private readonly IEnumerator<T>? _plain;
        private readonly CancellationToken _cancellationToken;

        internal Enumerator(SequenceRun<T> run, CancellationToken cancellationToken)
        {
            _run = run;
            _cancellationToken = cancellationToken;
        }

        internal Enumerator(IEnumerator<T> plain, CancellationToken cancellationToken)
        {
            _plain = plain;
            _cancellationToken = cancellationToken;
        }

        /// <summary>The value that was reached last; the default before the first.</summary>
        public T Current => _run is null ? _plain!.Current : _run.Current!;

        /// <summary>Lets the body run to its next value, or to its end.</summary>
        /// <returns>Whether there is a value.</returns>
        /// <exception cref="InvalidOperationException">
        /// The body asks for its own next value; or the run has begun in a fiber and goes on outside of fibers, or the other way round.
        /// </exception>
        /// <exception cref="OperationCanceledException">The enumerator's token is cancelled.</exception>
        /// <exception cref="Exception">What the body has thrown. The run is over then.</exception>
        public Coroutine<bool> MoveNextAsync()
        {
            _cancellationToken.ThrowIfCancellationRequested();
            return _run is null ? new Coroutine<bool>(_plain!.MoveNext()) : _run.MoveNext();
        }

        /// <summary>Ends the run: if the body has begun and not ended, its <see langword="finally"/> blocks run.</summary>
        /// <returns>Completes when they have run.</returns>
        /// <exception cref="InvalidOperationException">The body runs just now.</exception>
        /// <exception cref="Exception">What a <see langword="finally"/> block has thrown.</exception>
        public Coroutine DisposeAsync()
        {
            if (_run is not null) return _run.Leave();
            _plain?.Dispose();
            return default;
        }

        /// <inheritdoc/>
        ValueTask<bool> IAsyncEnumerator<T>.MoveNextAsync() => FrameValueTask<bool>.Of(MoveNextAsync());

        /// <inheritdoc/>
        ValueTask IAsyncDisposable.DisposeAsync() => FrameValueTask.Of(DisposeAsync());
    }
}
