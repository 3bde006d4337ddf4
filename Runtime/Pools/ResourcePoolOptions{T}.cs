namespace CoGen;

/// <summary>How a <see cref="CoResourcePool{T}"/> treats its resources.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public sealed class ResourcePoolOptions<T>
{
    /// <summary>How many resources are kept although they are idle for long, and are made by <see cref="CoResourcePool{T}.Fill(CancellationToken)"/>. 0 by default.</summary>
    public int MinSize { get; init; }

    /// <summary>How many resources there may be at once; 4 by default.</summary>
    public int MaxSize { get; init; } = 4;

    /// <summary>From which age on a resource is not given out any more; null for no limit.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How long a resource may be idle before it is closed; null for no limit.</summary>
    public TimeSpan? MaxIdle { get; init; }

    /// <summary>Whether the resource that is idle longest is taken first, so that all are used in turn. By default it is the one that was used last, so that what is too much grows old.</summary>
    public bool IsFifo { get; init; }

    /// <summary>Whether an idle resource is still good, asked before it is given out. One that is not is closed, and another is taken. An error counts as no.</summary>
    public Func<T, bool>? IsHealthy { get; init; }

    /// <summary>As <see cref="IsHealthy"/>, for a check that waits.</summary>
    public Func<T, Coroutine<bool>>? IsHealthyAsync { get; init; }

    /// <summary>Closes a resource. By default its <see cref="IDisposable.Dispose"/> is called, if it has one. Must not wait.</summary>
    public Action<T>? Close { get; init; }

    /// <summary>Told what <see cref="Close"/> has thrown. By default it goes to <see cref="Console.Error"/>.</summary>
    public Action<Exception>? CloseFailed { get; init; }

    /// <summary>What ages and idle times go by. By default the clock of the scheduler on which the pool is made, or the system's outside any.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Checks the numbers.</summary>
    internal void Require()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MinSize);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxSize);
        if (MaxAge is { } age) Time.Require(age, nameof(MaxAge));
        if (MaxIdle is { } idle) Time.Require(idle, nameof(MaxIdle));
        if (IsHealthy is not null && IsHealthyAsync is not null) throw new ArgumentException("Give one check of health: IsHealthy or IsHealthyAsync.");
    }
}
