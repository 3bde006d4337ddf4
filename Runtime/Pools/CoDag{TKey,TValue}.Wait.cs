namespace CoGen;

public sealed partial class CoDag<TKey, TValue>
{
    /// <summary>Gets the value of a key, for which it waits if need be: also for its being spawned or posted.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    /// <exception cref="DagException">The task of the key has failed.</exception>
    /// <exception cref="KeyNotFoundException">The DAG is sealed, and nobody provides the key.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public TValue Get(TKey key, CancellationToken cancellationToken = default) => Get(key, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most.</param>
    /// <exception cref="TimeoutException">There was no value in time.</exception>
    /// <inheritdoc cref="Get(TKey, CancellationToken)"/>
    public TValue Get(TKey key, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoDag.Get");
        return turn.Wait(GetAsync(key, timeout, cancellationToken));
    }

    /// <inheritdoc cref="Get(TKey, CancellationToken)"/>
    public Coroutine<TValue> GetAsync(TKey key, CancellationToken cancellationToken = default) => GetAsync(key, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Get(TKey, TimeSpan, CancellationToken)"/>
    public async Coroutine<TValue> GetAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        DagArrivals<TKey, TValue> arrivals = Watch([key]);
        try
        {
            return ValueOf(await arrivals.NextAsync(timeout, cancellationToken));
        }
        finally
        {
            Unwatch(arrivals);
        }
    }

    /// <summary>Gets the value of a key if it is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is a value. If not, it may come yet, or its task has failed.</returns>
    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            bool has = _cells.TryGetValue(key, out DagCell<TKey, TValue>? cell) && cell is { IsSettled: true, Error: null };
            value = has ? cell!.Value! : default;
            return has;
        }
    }

    /// <summary>Waits for the values of some keys.</summary>
    /// <param name="keys">The keys; all that are known now if null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The values.</returns>
    /// <exception cref="DagException">A task has failed: the first of those that did.</exception>
    /// <inheritdoc cref="Get(TKey, CancellationToken)" path="/exception[position() > 1]"/>
    public Dictionary<TKey, TValue> Wait(IEnumerable<TKey>? keys = null, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoDag.Wait");
        return turn.Wait(WaitAsync(keys, cancellationToken));
    }

    /// <inheritdoc cref="Wait(IEnumerable{TKey}, CancellationToken)"/>
    public async Coroutine<Dictionary<TKey, TValue>> WaitAsync(IEnumerable<TKey>? keys = null, CancellationToken cancellationToken = default)
    {
        Dictionary<TKey, TValue> values = new(_comparer);
        await foreach (DagResult<TKey, TValue> result in WaitEach(keys, cancellationToken)) values[result.Key] = ValueOf(result);
        return values;
    }

    /// <summary>Gives out what becomes of some keys, each as soon as that is known.</summary>
    /// <param name="keys">The keys; all that are known when the enumeration begins if null.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    /// <returns>The outcomes. Those there are at the beginning come first, in the order of the keys.</returns>
    public CoSequence<DagResult<TKey, TValue>> WaitEach(IEnumerable<TKey>? keys = null, CancellationToken cancellationToken = default) =>
        new Outcomes(this, keys, static _ => true, cancellationToken);

    /// <summary>Gives out the values of some keys, each as soon as it is there, and leaves out those whose tasks fail.</summary>
    /// <inheritdoc cref="WaitEach(IEnumerable{TKey}, CancellationToken)"/>
    public CoSequence<DagResult<TKey, TValue>> WaitEachSuccess(IEnumerable<TKey>? keys = null, CancellationToken cancellationToken = default) =>
        new Outcomes(this, keys, static result => result.IsSuccess, cancellationToken);

    /// <summary>Gives out the failures among the tasks of some keys, each as soon as it is known.</summary>
    /// <inheritdoc cref="WaitEach(IEnumerable{TKey}, CancellationToken)"/>
    public CoSequence<DagResult<TKey, TValue>> WaitEachFailure(IEnumerable<TKey>? keys = null, CancellationToken cancellationToken = default) =>
        new Outcomes(this, keys, static result => !result.IsSuccess, cancellationToken);

    /// <summary>The value, or the failure of its task as others see it.</summary>
    internal static TValue ValueOf(in DagResult<TKey, TValue> result) => result.Error switch
    {
        null => result.Value,
        MissingKeyException missing => throw new KeyNotFoundException(missing.Message),
        { } error => throw new DagException(result.Key, error),
    };

    private DagArrivals<TKey, TValue> Watch(IEnumerable<TKey> keys)
    {
        DagArrivals<TKey, TValue> arrivals = new(Describe);
        List<DagResult<TKey, TValue>> there = [];
        lock (_gate)
        {
            foreach (TKey key in keys)
            {
                DagCell<TKey, TValue> cell = CellOf(key);
                if (cell.IsSettled) there.Add(cell.Result);
                else if (arrivals.Awaited.Add(cell)) cell.Watchers.Add(arrivals);
            }
        }

        foreach (DagResult<TKey, TValue> result in there) arrivals.Arrive(result);
        return arrivals;
    }

    private void Unwatch(DagArrivals<TKey, TValue> arrivals)
    {
        lock (_gate)
        {
            foreach (DagCell<TKey, TValue> cell in arrivals.Awaited)
            {
                cell.Watchers.Remove(arrivals);
                if (cell.IsMissing && cell.Watchers.Count == 0 && !IsNeeded(cell.Key)) _cells.Remove(cell.Key);
            }

            arrivals.Awaited.Clear();
        }
    }

    private bool IsNeeded(TKey key) => _running.Values.Any(task => task.Dependencies!.Contains(key, _comparer));

    private string Describe(IEnumerable<DagCell<TKey, TValue>> awaited)
    {
        lock (_gate)
        {
            return $"{string.Join(", ", awaited.Select(static cell => $"'{cell.Key}'{(cell.IsMissing ? " (which nobody has spawned or posted)" : "")}"))} in {this}";
        }
    }

    private sealed class Outcomes(CoDag<TKey, TValue> dag, IEnumerable<TKey>? keys, Func<DagResult<TKey, TValue>, bool> choose, CancellationToken cancellationToken) : CoSequence<DagResult<TKey, TValue>>
    {
        public override CoEnumerator<DagResult<TKey, TValue>> GetAsyncEnumerator(CancellationToken token = default) =>
            new Enumeration(dag, new HashSet<TKey>(keys ?? dag.Keys, dag._comparer), choose, cancellationToken.CanBeCanceled ? cancellationToken : token);
    }

    private sealed class Enumeration(CoDag<TKey, TValue> dag, HashSet<TKey> keys, Func<DagResult<TKey, TValue>, bool> choose, CancellationToken cancellationToken) : CoEnumerator<DagResult<TKey, TValue>>
    {
        private readonly DagArrivals<TKey, TValue> _arrivals = dag.Watch(keys);
        private int _left = keys.Count;

        public override async Coroutine<bool> MoveNextAsync()
        {
            while (_left > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Current = await _arrivals.NextAsync(Timeout.InfiniteTimeSpan, cancellationToken);
                _left--;
                if (choose(Current)) return true;
            }

            return false;
        }

        public override Coroutine DisposeAsync()
        {
            TryDispose();
            return default;
        }

        private protected override bool TryDispose()
        {
            _left = 0;
            dag.Unwatch(_arrivals);
            return true;
        }
    }
}
