using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Tasks that need each other's values: each has a key, says which other keys it needs, and is given their values as they come.
/// The counterpart of eventlet's <c>DAGPool</c>.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// A task may be spawned before those that it needs, and starts at once, so that it can use what is there already. Its fiber
/// returns the value of its key. If it fails, those that need it get a <see cref="DagException"/> when they ask for that value;
/// if they let it pass, they fail too, and so on.
/// </para>
/// <para>
/// All tasks run at once: one that waits for its dependencies in a slot of a bounded pool could keep them from running. To bound
/// the work itself, do it with <see cref="FiberGroup.Apply(Action, CancellationToken)"/> of a <see cref="CoPool"/>. All members
/// may be used from any thread.
/// </para>
/// </remarks>
public sealed partial class CoDag<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly IEqualityComparer<TKey> _comparer;
    private readonly Dictionary<TKey, DagCell<TKey, TValue>> _cells;
    private readonly Dictionary<Fiber, DagCell<TKey, TValue>> _running = [];
    private readonly Tasks _tasks;
    private bool _isSealed;

    /// <summary>Creates an empty DAG.</summary>
    /// <param name="comparer">Says which keys are the same; the default if null.</param>
    public CoDag(IEqualityComparer<TKey>? comparer = null)
    {
        _comparer = comparer ?? EqualityComparer<TKey>.Default;
        _cells = new Dictionary<TKey, DagCell<TKey, TValue>>(_comparer);
        _tasks = new Tasks(this);
    }

    /// <summary>Creates a DAG that has some values already.</summary>
    /// <param name="values">The values. eventlet's <c>preload</c>.</param>
    /// <param name="comparer">Says which keys are the same; the default if null.</param>
    public CoDag(IEnumerable<KeyValuePair<TKey, TValue>> values, IEqualityComparer<TKey>? comparer = null)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach ((TKey key, TValue value) in values) Post(key, value);
    }

    /// <summary>A name for people, which dumps and deadlock reports show.</summary>
    public string? Name { get; init; }

    /// <summary>Spawns the task of a key. Does not wait.</summary>
    /// <param name="key">The key.</param>
    /// <param name="dependencies">The keys whose values the task needs. They need not be known yet.</param>
    /// <param name="entry">The task. It is given its inputs and returns the value of the key. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <returns>The fiber of the task.</returns>
    /// <exception cref="ArgumentException">The key has a task or a value already; or the task would, by way of others, need its own value: the message says which way.</exception>
    /// <exception cref="InvalidOperationException">The DAG is sealed.</exception>
    public Fiber<TValue> Spawn(TKey key, IEnumerable<TKey> dependencies, [CoroutineEntry] Func<DagInputs<TKey, TValue>, TValue> entry) =>
        Spawn(key, dependencies, Twin.Of(entry));

    /// <inheritdoc cref="Spawn(TKey, IEnumerable{TKey}, Func{DagInputs{TKey, TValue}, TValue})"/>
    [OverloadResolutionPriority(1)]
    public Fiber<TValue> Spawn(TKey key, IEnumerable<TKey> dependencies, Func<DagInputs<TKey, TValue>, Coroutine<TValue>> entry)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        ArgumentNullException.ThrowIfNull(entry);
        HashSet<TKey> needs = new(dependencies, _comparer);
        FiberOf<Task, TValue> fiber = FiberOf<Task, TValue>.Create(new Task(new DagInputs<TKey, TValue>(this, key, needs), entry));
        Fiber<TValue> task = new(fiber.Handle);
        lock (_gate)
        {
            DagCell<TKey, TValue> cell = CellToProvide(key);
            RequireNoCycle(key, needs);
            foreach (TKey need in needs) CellOf(need);
            cell.Dependencies = needs;
            cell.Task = task;
            _running.Add(task, cell);
        }

        _tasks.Launch(fiber);
        return task;
    }

    /// <summary>Spawns a task for each key, all with the same entry.</summary>
    /// <param name="dependencies">The keys, each with those it needs.</param>
    /// <param name="entry">The task, which learns from its inputs which key it is of.</param>
    /// <inheritdoc cref="Spawn(TKey, IEnumerable{TKey}, Func{DagInputs{TKey, TValue}, TValue})"/>
    public void SpawnMany(IEnumerable<KeyValuePair<TKey, IEnumerable<TKey>>> dependencies, [CoroutineEntry] Func<DagInputs<TKey, TValue>, TValue> entry) =>
        SpawnMany(dependencies, Twin.Of(entry));

    /// <inheritdoc cref="SpawnMany(IEnumerable{KeyValuePair{TKey, IEnumerable{TKey}}}, Func{DagInputs{TKey, TValue}, TValue})"/>
    [OverloadResolutionPriority(1)]
    public void SpawnMany(IEnumerable<KeyValuePair<TKey, IEnumerable<TKey>>> dependencies, Func<DagInputs<TKey, TValue>, Coroutine<TValue>> entry)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        foreach ((TKey key, IEnumerable<TKey> needs) in dependencies) Spawn(key, needs, entry);
    }

    /// <summary>Gives a key its value, without a task.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="replace">
    /// Whether the value may take the place of another, or of the outcome of a task that runs: which is cancelled, unless it is
    /// the task itself that calls this. Who was told of the former value does not hear of this.
    /// </param>
    /// <exception cref="ArgumentException">The key has a task or a value already, and <paramref name="replace"/> is false.</exception>
    /// <exception cref="InvalidOperationException">The DAG is sealed, and the key is new.</exception>
    public void Post(TKey key, TValue value, bool replace = false) => Provide(key, value, null, replace);

    /// <summary>Says that there is no value of a key, and why.</summary>
    /// <param name="error">What those who ask for it get, as a <see cref="DagException"/>.</param>
    /// <inheritdoc cref="Post(TKey, TValue, bool)"/>
    public void PostError(TKey key, Exception error, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(error);
        Provide(key, default, error, replace);
    }

    /// <summary>
    /// Says that no more keys will come: who waits for one that has neither a task nor a value gets a
    /// <see cref="KeyNotFoundException"/>, now and from now on.
    /// </summary>
    public void Seal()
    {
        List<(DagCell<TKey, TValue>, DagArrivals<TKey, TValue>[])> missing = [];
        lock (_gate)
        {
            _isSealed = true;
            foreach (DagCell<TKey, TValue> cell in _cells.Values.Where(static cell => cell.IsMissing)) missing.Add((cell, Settle(cell, default, Missing(cell.Key))));
        }

        foreach ((DagCell<TKey, TValue> cell, DagArrivals<TKey, TValue>[] watchers) in missing) Tell(cell, watchers);
    }

    /// <summary>Gets the name, else the kind.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => Name is null ? "CoDag" : $"CoDag '{Name}'";

    private MissingKeyException Missing(TKey key) => new($"{this} is sealed, and '{key}' has neither a task nor a value: nobody has spawned or posted it.");

    /// <summary>A cell that has no value and no task yet. Called under the gate.</summary>
    private DagCell<TKey, TValue> CellToProvide(TKey key)
    {
        bool isKnown = _cells.TryGetValue(key, out DagCell<TKey, TValue>? cell);
        if (isKnown && cell is { IsMissing: false, Error: not MissingKeyException }) throw new ArgumentException($"'{key}' has a {(cell.IsSettled ? "value" : "task")} in {this} already.", nameof(key));
        if (_isSealed) throw new InvalidOperationException($"{this} is sealed: '{key}' comes too late.");
        return cell ?? CellOf(key);
    }

    /// <summary>Called under the gate.</summary>
    private DagCell<TKey, TValue> CellOf(TKey key)
    {
        if (_cells.TryGetValue(key, out DagCell<TKey, TValue>? cell)) return cell;
        cell = new DagCell<TKey, TValue>(key);
        _cells.Add(key, cell);
        if (_isSealed) cell.Settle(default, Missing(key));
        return cell;
    }

    private void Provide(TKey key, TValue? value, Exception? error, bool replace)
    {
        DagCell<TKey, TValue> cell;
        DagArrivals<TKey, TValue>[] watchers;
        Fiber<TValue>? replaced;
        lock (_gate)
        {
            cell = replace && _cells.TryGetValue(key, out DagCell<TKey, TValue>? known) && (!known.IsMissing) ? known : CellToProvide(key);
            replaced = cell.Task;
            if (replaced is { } task) _running.Remove(task);
            watchers = Settle(cell, value, error);
        }

        Tell(cell, watchers);
        if (replaced is { } fiber && fiber.AsFiber() != Co.Current) fiber.Cancel();
    }

    /// <summary>Called under the gate.</summary>
    /// <returns>Those who are to be told once it is open.</returns>
    private static DagArrivals<TKey, TValue>[] Settle(DagCell<TKey, TValue> cell, TValue? value, Exception? error)
    {
        cell.Settle(value, error);
        DagArrivals<TKey, TValue>[] watchers = [.. cell.Watchers];
        cell.Watchers.Clear();
        foreach (DagArrivals<TKey, TValue> watcher in watchers) watcher.Awaited.Remove(cell);
        return watchers;
    }

    private static void Tell(DagCell<TKey, TValue> cell, DagArrivals<TKey, TValue>[] watchers)
    {
        foreach (DagArrivals<TKey, TValue> watcher in watchers) watcher.Arrive(cell.Result);
    }

    private void OnEnded(Fiber fiber)
    {
        TValue? value = default;
        Exception? error = null;
        try
        {
            value = new Fiber<TValue>(fiber).Result;
        }
        catch (Exception failure)
        {
            error = failure;
        }

        DagCell<TKey, TValue>? cell;
        DagArrivals<TKey, TValue>[] watchers;
        lock (_gate)
        {
            if (!_running.Remove(fiber, out cell)) return;
            watchers = Settle(cell, value, error);
        }

        Tell(cell, watchers);
    }

    /// <summary>The error of a key that nobody provides. No task has failed with it.</summary>
    private sealed class MissingKeyException(string message) : KeyNotFoundException(message);

    /// <summary>The body of a task's fiber.</summary>
    private readonly struct Task(DagInputs<TKey, TValue> inputs, Func<DagInputs<TKey, TValue>, Coroutine<TValue>> entry) : IEntry<TValue>
    {
        public async Coroutine<TValue> Start()
        {
            try
            {
                return await entry(inputs);
            }
            catch (DagException)
            {
                // The error that began it was reported where it began.
                Carrier.Current.Fiber!.Extras.IsObserved = true;
                throw;
            }
        }
    }

    /// <summary>The fibers of the tasks.</summary>
    private sealed class Tasks(CoDag<TKey, TValue> dag) : FiberGroup
    {
        internal new void Launch(FiberCore fiber)
        {
            TakeIn(fiber, null);
            FiberGroup.Launch(fiber);
        }

        private protected override void OnEnded(Fiber fiber) => dag.OnEnded(fiber);
    }
}
