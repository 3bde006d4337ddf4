namespace CoGen;

/// <summary>
/// Waits for several things at once – an item of a queue or channel, room in one, the readiness of anything – and does exactly
/// one of them. gevent has none; it is Go's <c>select</c>.
/// </summary>
/// <remarks>
/// <para>
/// Make it once and wait many times: <code>
/// CoSelect select = new();
/// TakeCase&lt;Order&gt; order = select.Take(orders);
/// SelectCase stop = select.Ready(stopping);
/// while (select.Wait() != stop) Handle(order.Item);
/// </code>
/// </para>
/// <para>
/// If several can be done, the one that was added first is; the next wait begins its search after it, so that none is
/// starved. A select that waits stands in each line in the order in which it came, like everybody else, and leaves all of them
/// when it is done, its time is over, or it is killed. It is used by one fiber or thread at a time; the things it waits for may be
/// used, and selected, from anywhere.
/// </para>
/// </remarks>
public sealed partial class CoSelect
{
    private readonly List<SelectCase> _cases = [];

    /// <summary>What the cases are about, each once, in the order in which their gates are entered.</summary>
    private readonly List<Waitable> _targets = [];

    /// <summary>Where the search begins.</summary>
    private int _first;
    private bool _isWaiting;

    /// <summary>The case that the last wait chose; null if it chose none.</summary>
    public SelectCase? Chosen { get; private set; }

    /// <summary>Adds a case: to take an item.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="conduit">The queue or channel to take it from.</param>
    /// <returns>The case, which holds the item when it was chosen.</returns>
    /// <exception cref="InvalidOperationException">The select is waiting.</exception>
    public TakeCase<T> Take<T>(Conduit<T> conduit)
    {
        ArgumentNullException.ThrowIfNull(conduit);
        TakeCase<T> added = new(this, conduit);
        Add(added);
        return added;
    }

    /// <summary>Adds a case: to put an item.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="conduit">The queue or channel to put it into.</param>
    /// <param name="item">The item, which can be changed between waits.</param>
    /// <returns>The case.</returns>
    /// <exception cref="InvalidOperationException">The select is waiting.</exception>
    public PutCase<T> Put<T>(Conduit<T> conduit, T item)
    {
        ArgumentNullException.ThrowIfNull(conduit);
        PutCase<T> added = new(this, conduit, item);
        Add(added);
        return added;
    }

    /// <summary>Adds a case: something is ready. Nothing is taken from it.</summary>
    /// <param name="waitable">A fiber, event, semaphore, task or anything else that can be waited for.</param>
    /// <returns>The case.</returns>
    /// <exception cref="InvalidOperationException">The select is waiting.</exception>
    public SelectCase Ready(Waitable waitable)
    {
        ArgumentNullException.ThrowIfNull(waitable);
        ReadyCase added = new(this, waitable);
        Add(added);
        return added;
    }

    /// <summary>Does one of the cases, if that is possible at once: a <c>select</c> with a default. Never waits, and never yields.</summary>
    /// <returns>The case that was done; null if none could be.</returns>
    /// <exception cref="QueueShutDownException">A put was chosen, and its queue or channel was shut down.</exception>
    public SelectCase? TryWait()
    {
        Begin();
        try
        {
            return TryCases() is { } chosen ? Choose(chosen) : null;
        }
        finally
        {
            _isWaiting = false;
        }
    }

    /// <summary>Waits until one of the cases can be done, and does it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case that was done.</returns>
    /// <exception cref="QueueShutDownException">A put was chosen, and its queue or channel was shut down.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before.</exception>
    /// <exception cref="InvalidOperationException">No case is enabled, or the select is waiting already.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public SelectCase Wait(CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoSelect.Wait");
        return turn.Wait(WaitAsync(cancellationToken));
    }

    /// <summary>Waits until one of the cases can be done, but no longer than <paramref name="timeout"/>, and does it.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case that was done; null if none could be in time.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/exception"/>
    public SelectCase? Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoSelect.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine<SelectCase> WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken)!;

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<SelectCase?> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        Begin();
        bool waits = false;
        try
        {
            if (TryCases() is not { } chosen)
            {
                waits = true;
                return WaitLater(timeout, cancellationToken);
            }

            Choose(chosen);
            return chosen.YieldsAfter ? YieldAfter(chosen) : new Coroutine<SelectCase?>(chosen);
        }
        finally
        {
            if (!waits) _isWaiting = false;
        }
    }

    /// <summary>Says what is waited for.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => $"one of: {string.Join(", ", _cases.Where(static one => one.IsEnabled))}";

    internal void RequireIdle()
    {
        if (_isWaiting) throw new InvalidOperationException("The select is waiting: it is used by one fiber or thread at a time, and its cases are changed between waits.");
    }

    private void Add(SelectCase added)
    {
        RequireIdle();
        _cases.Add(added);

        // From behind: what is ranked now comes last.
        int before = _targets.FindLastIndex(target => target.Rank <= added.Target.Rank);
        if (before < 0 || _targets[before] != added.Target) _targets.Insert(before + 1, added.Target);
    }

    private void Begin()
    {
        RequireIdle();
        if (!_cases.Exists(static one => one.IsEnabled)) throw new InvalidOperationException("No case of the select is enabled: it would wait for ever.");
        _isWaiting = true;
        Chosen?.Clear();
        Chosen = null;
    }

    private SelectCase Choose(SelectCase chosen)
    {
        Chosen = chosen;
        _first = _cases.IndexOf(chosen) + 1;
        chosen.Settle();
        return chosen;
    }

    private static async Coroutine<SelectCase?> YieldAfter(SelectCase chosen)
    {
        await TurnWait.Begin();
        return chosen;
    }
}
