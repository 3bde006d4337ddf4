namespace CoGen;

/// <summary>What is known of one key of a DAG. Guarded by the DAG's gate, but for what is set once before anybody is told.</summary>
internal sealed class DagCell<TKey, TValue>(TKey key)
{
    internal TKey Key { get; } = key;

    /// <summary>Who is to be told when there is a value or an error.</summary>
    internal List<DagArrivals<TKey, TValue>> Watchers { get; } = [];

    /// <summary>What its task needs; null if it has none.</summary>
    internal IReadOnlyCollection<TKey>? Dependencies { get; set; }

    /// <summary>The fiber of its task, which runs; null before and after.</summary>
    internal Fiber<TValue>? Task { get; set; }

    internal bool IsSettled { get; private set; }

    internal TValue? Value { get; private set; }

    internal Exception? Error { get; private set; }

    /// <summary>Whether nobody has said yet where its value is to come from.</summary>
    internal bool IsMissing => !IsSettled && Task is null;

    internal DagResult<TKey, TValue> Result => new(Key, Value!, Error);

    internal void Settle(TValue? value, Exception? error)
    {
        IsSettled = true;
        Value = value;
        Error = error;
        Task = null;
    }
}

/// <summary>Cells whose value or error is there, in the order in which that came, for one who waits for some of them.</summary>
internal sealed class DagArrivals<TKey, TValue>(Func<IEnumerable<DagCell<TKey, TValue>>, string> describe) : Waitable
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<DagResult<TKey, TValue>> _arrived = new();

    /// <summary>Those that have not arrived. Guarded by the DAG's gate.</summary>
    internal HashSet<DagCell<TKey, TValue>> Awaited { get; } = [];

    public override bool IsReady => !_arrived.IsEmpty;

    private protected override bool IsReadyNow => !_arrived.IsEmpty;

    /// <summary>Gives out a result. Called outside the DAG's gate.</summary>
    internal void Arrive(in DagResult<TKey, TValue> result)
    {
        RouseList watchers = default;
        _arrived.Enqueue(result);
        Gate.Enter();
        ServeWatchers(ref watchers);
        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>Waits for the next.</summary>
    /// <exception cref="TimeoutException">None has come in time.</exception>
    internal async Coroutine<DagResult<TKey, TValue>> NextAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        DagResult<TKey, TValue> result;
        while (!_arrived.TryDequeue(out result))
        {
            if (!await WatchAsync(timeout, cancellationToken)) throw new TimeoutException($"In {timeout} there was no value of {this}.");
        }

        return result;
    }

    public override string ToString() => describe(Awaited);

    private protected override string DescribeReady() => $"a value of {this}";
}
