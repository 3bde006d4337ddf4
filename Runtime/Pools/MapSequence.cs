namespace CoGen;

/// <summary>The results of a lazy map. Each enumeration is a run of its own, and begins at its first step.</summary>
internal sealed class MapSequence<T, TResult>(
    FiberGroup target,
    IEnumerable<T> source,
    Func<T, Coroutine<TResult>> entry,
    bool isOrdered,
    int? lookAhead,
    IProgress<MapProgress>? progress,
    CancellationToken cancellationToken) : CoSequence<TResult>
{
    internal FiberGroup Target { get; } = target;

    internal IEnumerable<T> Source { get; } = source;

    internal Func<T, Coroutine<TResult>> Entry { get; } = entry;

    /// <summary>Whether results come in the order of the items, and not in that in which they are there.</summary>
    internal bool IsOrdered { get; } = isOrdered;

    internal int LookAhead { get; } = lookAhead ?? target.DefaultLookAhead;

    internal IProgress<MapProgress>? Progress { get; } = progress;

    public override CoEnumerator<TResult> GetAsyncEnumerator(CancellationToken token = default) =>
        new MapRun<T, TResult>(this, cancellationToken.CanBeCanceled && token.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, token).Token : cancellationToken.CanBeCanceled ? cancellationToken : token);
}
