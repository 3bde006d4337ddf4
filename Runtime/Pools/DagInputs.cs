namespace CoGen;

/// <summary>
/// What the task of a <see cref="CoDag{TKey, TValue}"/> is given: the values it needs, which it can ask for one by one, or
/// enumerate in the order in which they come.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class DagInputs<TKey, TValue> : CoSequence<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly CoDag<TKey, TValue> _dag;
    private readonly HashSet<TKey> _needs;

    internal DagInputs(CoDag<TKey, TValue> dag, TKey key, HashSet<TKey> needs)
    {
        _dag = dag;
        _needs = needs;
        Key = key;
    }

    /// <summary>The key of the task.</summary>
    public TKey Key { get; }

    /// <summary>The keys that the task has said it needs.</summary>
    public IReadOnlyCollection<TKey> Dependencies => _needs;

    /// <summary>Gets the value of a key, for which it waits if need be.</summary>
    /// <param name="key">One of the <see cref="Dependencies"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The task has not said that it needs this key.</exception>
    /// <exception cref="DagException">The task of that key has failed.</exception>
    /// <exception cref="KeyNotFoundException">The DAG is sealed, and nobody provides the key.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public TValue Get(TKey key)
    {
        using MainTurn turn = MainTurn.Begin("DagInputs.Get");
        return turn.Wait(GetAsync(key));
    }

    /// <inheritdoc cref="Get(TKey)"/>
    public Coroutine<TValue> GetAsync(TKey key)
    {
        if (!_needs.Contains(key)) throw new ArgumentException($"The task of '{Key}' has not said that it needs '{key}'.", nameof(key));
        return _dag.GetAsync(key);
    }

    /// <summary>Gets all values that the task needs, for which it waits.</summary>
    /// <returns>The values.</returns>
    /// <inheritdoc cref="Get(TKey)" path="/exception[position() > 1]"/>
    public Dictionary<TKey, TValue> GetAll()
    {
        using MainTurn turn = MainTurn.Begin("DagInputs.GetAll");
        return turn.Wait(GetAllAsync());
    }

    /// <inheritdoc cref="GetAll"/>
    public Coroutine<Dictionary<TKey, TValue>> GetAllAsync() => _dag.WaitAsync(_needs);

    /// <inheritdoc/>
    public override CoEnumerator<KeyValuePair<TKey, TValue>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumeration(_dag.WaitEach(_needs).GetAsyncEnumerator(cancellationToken));

    private sealed class Enumeration(CoEnumerator<DagResult<TKey, TValue>> results) : CoEnumerator<KeyValuePair<TKey, TValue>>
    {
        public override async Coroutine<bool> MoveNextAsync()
        {
            if (!await results.MoveNextAsync()) return false;
            Current = new KeyValuePair<TKey, TValue>(results.Current.Key, CoDag<TKey, TValue>.ValueOf(results.Current));
            return true;
        }

        public override Coroutine DisposeAsync() => results.DisposeAsync();
    }
}
