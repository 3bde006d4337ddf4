namespace CoGen;

public sealed partial class CoDag<TKey, TValue>
{
    /// <summary>How many keys have a value, or an error.</summary>
    public int Count => Choose(static cell => cell.IsSettled).Length;

    /// <summary>The keys that have a value or an error, or a task that runs.</summary>
    public TKey[] Keys => Choose(static cell => !cell.IsMissing);

    /// <summary>The keys whose tasks run.</summary>
    public TKey[] RunningKeys => Choose(static cell => cell.Task is not null);

    /// <summary>The keys that tasks need, or others wait for, and that nobody has spawned or posted.</summary>
    public TKey[] MissingKeys => Choose(static cell => cell.IsMissing);

    /// <summary>Gets which of the keys it needs the task of a key has no values of yet.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The keys; none if the task has ended, or there is no task.</returns>
    public TKey[] WaitingFor(TKey key)
    {
        lock (_gate) return _cells.TryGetValue(key, out DagCell<TKey, TValue>? cell) ? PendingOf(cell) : [];
    }

    /// <summary>Gets, for each task that runs and needs a value that is not there yet, the keys of those.</summary>
    /// <returns>The keys of the tasks, each with what it needs.</returns>
    public Dictionary<TKey, TKey[]> WaitingFor()
    {
        lock (_gate)
        {
            return _running.Values.Select(cell => (cell.Key, Pending: PendingOf(cell))).Where(static task => task.Pending.Length > 0)
                .ToDictionary(static task => task.Key, static task => task.Pending, _comparer);
        }
    }

    /// <summary>Cancels the task of a key, and waits for its end. Those that need its value get a <see cref="DagException"/>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it had a task that ran.</returns>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public bool Kill(TKey key)
    {
        using MainTurn turn = MainTurn.Begin("CoDag.Kill");
        return turn.Wait(KillAsync(key));
    }

    /// <inheritdoc cref="Kill(TKey)"/>
    public async Coroutine<bool> KillAsync(TKey key)
    {
        Fiber<TValue>? task;
        lock (_gate) task = _cells.TryGetValue(key, out DagCell<TKey, TValue>? cell) ? cell.Task : null;
        if (task is not { } fiber) return false;
        await fiber.KillAsync();
        return true;
    }

    /// <summary>Cancels all tasks, and waits until none runs.</summary>
    /// <inheritdoc cref="FiberGroup.Kill(TimeSpan, CancellationToken)"/>
    public bool KillAll(TimeSpan timeout, CancellationToken cancellationToken = default) => _tasks.Kill(timeout, cancellationToken);

    /// <inheritdoc cref="KillAll(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> KillAllAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => _tasks.KillAsync(timeout, cancellationToken);

    private TKey[] Choose(Func<DagCell<TKey, TValue>, bool> choose)
    {
        lock (_gate) return [.. _cells.Values.Where(choose).Select(static cell => cell.Key)];
    }

    /// <summary>Called under the gate.</summary>
    private TKey[] PendingOf(DagCell<TKey, TValue> cell) =>
        cell.Task is null ? [] : [.. cell.Dependencies!.Where(need => !_cells[need].IsSettled)];

    /// <summary>Called under the gate. Only tasks that run can be on a way that leads back.</summary>
    private void RequireNoCycle(TKey key, HashSet<TKey> needs)
    {
        Dictionary<TKey, TKey> cameFrom = new(_comparer);
        Stack<TKey> open = new();
        foreach (TKey need in needs) Reach(need, key);
        while (open.TryPop(out TKey? at))
        {
            if (_comparer.Equals(at, key)) throw Cycle(key, cameFrom);
            if (!_cells.TryGetValue(at, out DagCell<TKey, TValue>? cell) || cell.Task is null) continue;
            foreach (TKey need in cell.Dependencies!) Reach(need, at);
        }

        void Reach(TKey need, TKey by)
        {
            if (cameFrom.TryAdd(need, by)) open.Push(need);
        }
    }

    private ArgumentException Cycle(TKey key, Dictionary<TKey, TKey> cameFrom)
    {
        List<TKey> way = [key];
        TKey at = cameFrom[key];
        while (!_comparer.Equals(at, key))
        {
            way.Add(at);
            at = cameFrom[at];
        }

        way.Add(key);
        way.Reverse();
        return new ArgumentException($"The task of '{key}' would wait for itself in {this}: {string.Join(" needs ", way.Select(static one => $"'{one}'"))}.", nameof(key));
    }
}
