using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public abstract partial class FiberGroup
{
    /// <summary>
    /// Calls <paramref name="entry"/> for each item, each call in a fiber of its own in this group, and returns the results in the
    /// order of the items. The source is read only as there are slots. Called by a member of a full pool, it uses the member's slot.
    /// </summary>
    /// <remarks>
    /// If calls fail, the error of the first item among them is thrown; so is an error of the source. Then, and when it is
    /// interrupted, the calls that are under way are cancelled, and it waits for their end.
    /// </remarks>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="source">The items. The sequences of this library (<see cref="CoSequence{T}"/>, <see cref="Generator{T}"/>, <see cref="Conduit{T}.TakeAll"/>) may wait for them. For several sources, <c>a.Zip(b)</c>.</param>
    /// <param name="entry"><inheritdoc cref="Co.Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="progress">Told each time a call has ended.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The results.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">Called in async code outside any fiber.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public TResult[] Map<T, TResult>(IEnumerable<T> source, [CoroutineEntry] Func<T, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => Map(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public TResult[] Map<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Map");
        return turn.Wait(MapAsync(source, entry, progress, cancellationToken));
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public Coroutine<TResult[]> MapAsync<T, TResult>(IEnumerable<T> source, [CoroutineEntry] Func<T, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapAsync(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult[]> MapAsync<T, TResult>(IEnumerable<T> source, Func<T, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapAllAsync<T, TResult>(source, entry, progress, cancellationToken);
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public TResult[] Map<T1, T2, TResult>(IEnumerable<(T1, T2)> source, [CoroutineEntry] Func<T1, T2, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => Map(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public TResult[] Map<T1, T2, TResult>(IEnumerable<(T1, T2)> source, Func<T1, T2, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Map");
        return turn.Wait(MapAsync(source, entry, progress, cancellationToken));
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public Coroutine<TResult[]> MapAsync<T1, T2, TResult>(IEnumerable<(T1, T2)> source, [CoroutineEntry] Func<T1, T2, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapAsync(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult[]> MapAsync<T1, T2, TResult>(IEnumerable<(T1, T2)> source, Func<T1, T2, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapAllAsync<(T1, T2), TResult>(source, items => entry(items.Item1, items.Item2), progress, cancellationToken);
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public TResult[] Map<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, [CoroutineEntry] Func<T1, T2, T3, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => Map(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public TResult[] Map<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, Func<T1, T2, T3, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("FiberGroup.Map");
        return turn.Wait(MapAsync(source, entry, progress, cancellationToken));
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    public Coroutine<TResult[]> MapAsync<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, [CoroutineEntry] Func<T1, T2, T3, TResult> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default) => MapAsync(source, Twin.Of(entry), progress, cancellationToken);

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    /// <typeparam name="T1">The type of an item's part 1.</typeparam>
    /// <typeparam name="T2">The type of an item's part 2.</typeparam>
    /// <typeparam name="T3">The type of an item's part 3.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    [OverloadResolutionPriority(1)]
    public Coroutine<TResult[]> MapAsync<T1, T2, T3, TResult>(IEnumerable<(T1, T2, T3)> source, Func<T1, T2, T3, Coroutine<TResult>> entry, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return MapAllAsync<(T1, T2, T3), TResult>(source, items => entry(items.Item1, items.Item2, items.Item3), progress, cancellationToken);
    }
}
