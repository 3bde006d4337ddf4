using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public abstract partial class FiberGroup
{
    /// <summary>
    /// Calls <paramref name="entry"/> for each item, as <see cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// does, but gives the results out one by one, in the order of the items. gevent's <c>imap</c>.
    /// </summary>
    /// <remarks>
    /// Nothing is done before the first result is asked for. An error of a call is thrown in its turn, and the results after it
    /// can still be asked for; an error of the source comes after the results before it. Whoever leaves the enumeration early
    /// cancels what is under way, and waits for its end.
    /// </remarks>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="lookAhead">
    /// How many results may be under way or unread, at least 1: what bounds the memory when the consumer is slow. By default twice
    /// the size of the pool, and 1000 where that is more or there is none.
    /// </param>
    /// <returns>The results. Each enumeration calls anew.</returns>
    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)" path="/param"/>
    public CoSequence<TResult> MapEach<T, TResult>(IEnumerable<T> source, [CoroutineEntry] Func<T, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEach(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEach<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<T, TResult>(source, entry, isOrdered: true, lookAhead, progress, cancellationToken);
    }

    /// <inheritdoc cref="MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public CoSequence<TResult> MapEach<T1, T2, TResult>(IEnumerable<(T1, T2)> source, [CoroutineEntry] Func<T1, T2, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEach(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEach<T1, T2, TResult>(IEnumerable<(T1, T2)> source, Func<T1, T2, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<(T1, T2), TResult>(source, items => entry(items.Item1, items.Item2), isOrdered: true, lookAhead, progress, cancellationToken);
    }

    /// <inheritdoc cref="MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public CoSequence<TResult> MapEach<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, [CoroutineEntry] Func<T1, T2, T3, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEach(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEach<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, Func<T1, T2, T3, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<(T1, T2, T3), TResult>(source, items => entry(items.Item1, items.Item2, items.Item3), isOrdered: true, lookAhead, progress, cancellationToken);
    }

    /// <summary>
    /// Calls <paramref name="entry"/> for each item, as <see cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// does, but gives the results out one by one, as soon as they are there. gevent's <c>imap_unordered</c>.
    /// </summary>
    /// <remarks>
    /// Nothing is done before the first result is asked for. An error of a call is thrown in its turn, and the results after it
    /// can still be asked for; an error of the source comes after the results before it. Whoever leaves the enumeration early
    /// cancels what is under way, and waits for its end.
    /// </remarks>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="lookAhead">
    /// How many results may be under way or unread, at least 1: what bounds the memory when the consumer is slow. By default twice
    /// the size of the pool, and 1000 where that is more or there is none.
    /// </param>
    /// <returns>The results. Each enumeration calls anew.</returns>
    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)" path="/param"/>
    public CoSequence<TResult> MapEachUnordered<T, TResult>(IEnumerable<T> source, [CoroutineEntry] Func<T, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEachUnordered(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEachUnordered<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<T, TResult>(source, entry, isOrdered: false, lookAhead, progress, cancellationToken);
    }

    /// <inheritdoc cref="MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public CoSequence<TResult> MapEachUnordered<T1, T2, TResult>(IEnumerable<(T1, T2)> source, [CoroutineEntry] Func<T1, T2, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEachUnordered(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEachUnordered<T1, T2, TResult>(IEnumerable<(T1, T2)> source, Func<T1, T2, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<(T1, T2), TResult>(source, items => entry(items.Item1, items.Item2), isOrdered: false, lookAhead, progress, cancellationToken);
    }

    /// <inheritdoc cref="MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public CoSequence<TResult> MapEachUnordered<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, [CoroutineEntry] Func<T1, T2, T3, TResult> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapEachUnordered(source, Twin.Of(entry), lookAhead, progress, cancellationToken);

    /// <inheritdoc cref="MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public CoSequence<TResult> MapEachUnordered<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, Func<T1, T2, T3, Coroutine<TResult>> entry, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapLazily<(T1, T2, T3), TResult>(source, items => entry(items.Item1, items.Item2, items.Item3), isOrdered: false, lookAhead, progress, cancellationToken);
    }
}
