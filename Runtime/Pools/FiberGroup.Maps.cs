namespace CoGen;

public abstract partial class FiberGroup
{
    /// <summary>Calls <paramref name="entry"/> for each item, in this group, and collects the results in the order of the items.</summary>
    internal async Coroutine<TResult[]> MapAllAsync<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, IProgress<MapProgress>? progress, CancellationToken cancellationToken)
    {
        RequireFiber("map");
        cancellationToken.ThrowIfCancellationRequested();
        MapCalls calls = new(progress, MapCalls.CountOf(source), null);
        List<Fiber<TResult>> fibers = [];
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static calls => ((FiberGroup)calls!).Cancel(), calls);
        CoEnumerator<T> items = CoSequence.Enumerate(source, cancellationToken);
        try
        {
            // What comes after an error cannot be the first of them.
            while (!calls.HasFailed && await items.MoveNextAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                fibers.Add(await SpawnAsync<ResultEntry<T, TResult>, TResult>(new(entry, items.Current), calls, cancellationToken));
            }

            TResult[] results = new TResult[fibers.Count];
            for (int i = 0; i < results.Length; i++)
            {
                await fibers[i].JoinAsync();
                cancellationToken.ThrowIfCancellationRequested();
                results[i] = fibers[i].Result;
            }

            return results;
        }
        finally
        {
            using (Co.Shield())
            {
                await calls.KillAsync();
                await items.DisposeAsync();
            }
        }
    }

    internal CoSequence<TResult> MapLazily<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, bool isOrdered, int? lookAhead, IProgress<MapProgress>? progress, CancellationToken cancellationToken)
    {
        if (lookAhead is { } count) ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(lookAhead));
        return new MapSequence<T, TResult>(this, source, entry, isOrdered, lookAhead, progress, cancellationToken);
    }

    /// <summary>How many results of a map may be under way or unread, unless its caller says.</summary>
    internal int DefaultLookAhead => Slots?.Size is { } size and <= 500 ? Math.Max(2 * size, 2) : 1000;
}
