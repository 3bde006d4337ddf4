namespace CoGen;

/// <summary>What a <see cref="FiberDump"/> says of one fiber.</summary>
public sealed class FiberSnapshot
{
    internal FiberSnapshot(FiberCore core, long id)
    {
        Core = core;
        Fiber = new Fiber(core, id);
    }

    /// <summary>One whose life is over.</summary>
    internal FiberSnapshot(Fiber fiber)
    {
        Core = fiber.AnyCore;
        Fiber = fiber;
    }

    /// <summary>The fiber.</summary>
    public Fiber Fiber { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Where it stood in its life.</summary>
    public FiberState State { get; internal init; }

    /// <summary>What it waited for, in words; null if it did not wait.</summary>
    public string? WaitsFor { get; internal init; }

    /// <summary>The fiber whose end it waited for, or that held the lock it waited for; null if there was none.</summary>
    public Fiber? Awaited { get; internal init; }

    /// <summary>For how long it had not run, by its scheduler's clock; null if that is not known because <see cref="FiberTracking"/> was off.</summary>
    public TimeSpan? SuspendedFor { get; internal init; }

    /// <summary>How long until its own sleep or timeout was due; null if it waited without.</summary>
    public TimeSpan? TimeLeft { get; internal init; }

    /// <summary>
    /// The calls in which it was suspended, innermost first; of one that ran, those that are known. Calls of asynchronous code that is
    /// not CoGen's are left out.
    /// </summary>
    public IReadOnlyList<SuspendedCall> Calls { get; internal init; } = [];

    /// <summary>
    /// The locks it held, in words: all monitors and the like, and of CoGen's own locks those that another fiber waited for.
    /// </summary>
    public IReadOnlyList<string> Locks { get; internal set; } = [];

    /// <summary>Who has spawned it, as far as <see cref="FiberTracking"/> knows.</summary>
    public Fiber? Spawner { get; internal init; }

    /// <summary>Where it was spawned, innermost call first; empty if <see cref="FiberTracking"/> was off.</summary>
    public IReadOnlyList<SuspendedCall> SpawnedAt { get; internal init; } = [];

    /// <summary>What it ended with; null if it had no result, or had not ended.</summary>
    public object? Result { get; internal init; }

    /// <summary>The error that it ended with; null if it had not failed.</summary>
    public Exception? Exception { get; internal init; }

    /// <summary>The values of its <see cref="FiberLocal{T}"/>s and of its tree's <see cref="FiberTreeLocal{T}"/>s, by name or type.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Locals { get; internal init; } = [];

    /// <summary>The fibers of the dump that it has spawned, by age.</summary>
    public IReadOnlyList<FiberSnapshot> Children { get; internal set; } = [];

    internal FiberCore Core { get; }

    /// <summary>Who holds a lock that it waits for.</summary>
    internal object? WaitsForWhom { get; init; }

    /// <summary>That lock.</summary>
    internal string? ContendedLock { get; init; }

    /// <summary>Gets the name and the state.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => WaitsFor is null ? $"'{Name}': {State}" : $"'{Name}' waits for {WaitsFor}";
}
