namespace CoGen;

public sealed partial class CoThreadPool
{
    /// <summary>How many calls of a map are under way: enough that no thread waits for the next.</summary>
    private CoPool NewCallers() => new(Math.Max(1, (int)Math.Min((long)Size + Backlog, int.MaxValue))) { Name = $"map in {this}" };

    /// <summary>Calls <paramref name="function"/> for each item, on the threads of the pool, and returns the results in the order of the items.</summary>
    /// <param name="function">What to call.</param>
    /// <inheritdoc cref="FiberGroup.Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    public TResult[] Map<T, TResult>(IEnumerable<T> source, Func<T, TResult> function, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Map");
        return turn.Wait(MapAsync(source, function, progress, cancellationToken));
    }

    /// <inheritdoc cref="Map{T, TResult}(IEnumerable{T}, Func{T, TResult}, IProgress{MapProgress}, CancellationToken)"/>
    public Coroutine<TResult[]> MapAsync<T, TResult>(IEnumerable<T> source, Func<T, TResult> function, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return NewCallers().MapAsync(source, item => RunAsync(function, item), progress, cancellationToken);
    }

    /// <summary>Calls <paramref name="function"/> for each item, on the threads of the pool, and gives the results out one by one, in the order of the items.</summary>
    /// <param name="function">What to call.</param>
    /// <inheritdoc cref="FiberGroup.MapEach{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    public CoSequence<TResult> MapEach<T, TResult>(IEnumerable<T> source, Func<T, TResult> function, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return NewCallers().MapEach(source, item => RunAsync(function, item), lookAhead, progress, cancellationToken);
    }

    /// <summary>Calls <paramref name="function"/> for each item, on the threads of the pool, and gives the results out one by one, as soon as they are there.</summary>
    /// <param name="function">What to call.</param>
    /// <inheritdoc cref="FiberGroup.MapEachUnordered{T, TResult}(IEnumerable{T}, Func{T, TResult}, int?, IProgress{MapProgress}, CancellationToken)"/>
    public CoSequence<TResult> MapEachUnordered<T, TResult>(IEnumerable<T> source, Func<T, TResult> function, int? lookAhead = null, IProgress<MapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return NewCallers().MapEachUnordered(source, item => RunAsync(function, item), lookAhead, progress, cancellationToken);
    }
}
