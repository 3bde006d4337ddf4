namespace CoGen;

/// <summary>Makes sequences whose values may have to be waited for.</summary>
public static class CoSequence
{
    /// <summary>Sees the values of ordinary <see langword="async"/> code as a sequence that fibers can enumerate, or map.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="source">The values.</param>
    /// <returns>The sequence. A kill cancels the source's token.</returns>
    public static CoSequence<T> Of<T>(IAsyncEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new AsyncSequence<T>(source);
    }

    /// <summary>Enumerates anything, and waits where the source can be waited for.</summary>
    internal static CoEnumerator<T> Enumerate<T>(IEnumerable<T> source, CancellationToken cancellationToken)
    {
        if (source is CoSequence<T> sequence) return sequence.GetAsyncEnumerator(cancellationToken);
        IEnumerator<T> values = source.GetEnumerator();
        return values is IWaitingEnumerator<T> waiting ? new WaitingValues<T>(waiting) : new PlainValues<T>(values);
    }

    private sealed class AsyncSequence<T>(IAsyncEnumerable<T> source) : CoSequence<T>
    {
        public override CoEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new AsyncValues<T>(source, cancellationToken);
    }

    private sealed class AsyncValues<T> : CoEnumerator<T>
    {
        private readonly CancellationTokenSource _tokens;
        private readonly IAsyncEnumerator<T> _source;

        internal AsyncValues(IAsyncEnumerable<T> source, CancellationToken cancellationToken)
        {
            _tokens = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _source = source.GetAsyncEnumerator(_tokens.Token);
        }

        public override async Coroutine<bool> MoveNextAsync()
        {
            Task<bool> next = _source.MoveNextAsync().AsTask();
            try
            {
                if (!await CoTask.GetResultAsync(next)) return false;
            }
            catch when (!next.IsCompleted)
            {
                // The wait was interrupted, not the source: an enumerator must not be disposed of while it runs.
                await _tokens.CancelAsync();
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            Current = _source.Current;
            return true;
        }

        public override async Coroutine DisposeAsync()
        {
            await _source.DisposeAsync();
            _tokens.Dispose();
        }
    }

    private sealed class WaitingValues<T>(IWaitingEnumerator<T> source) : CoEnumerator<T>
    {
        public override async Coroutine<bool> MoveNextAsync()
        {
            if (!await source.MoveNextAsync()) return false;
            Current = source.Current;
            return true;
        }

        public override Coroutine DisposeAsync() => source.DisposeAsync();
    }
}

/// <summary>Values that need no waiting.</summary>
internal sealed class PlainValues<T>(IEnumerator<T> source) : CoEnumerator<T>
{
    /// <summary>Whether the source has thrown.</summary>
    internal bool IsBroken { get; private set; }

    public override Coroutine<bool> MoveNextAsync()
    {
        IsBroken = true;
        bool hasNext = source.MoveNext();
        IsBroken = false;
        if (!hasNext) return new Coroutine<bool>(false);
        Current = source.Current;
        return new Coroutine<bool>(true);
    }

    public override Coroutine DisposeAsync()
    {
        TryDispose();
        return default;
    }

    private protected override bool TryDispose()
    {
        source.Dispose();
        return true;
    }
}
