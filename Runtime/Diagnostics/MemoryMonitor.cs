namespace CoGen;

/// <summary>How much memory was in use when a <see cref="MemoryMonitor"/> looked.</summary>
/// <param name="bytes">In bytes.</param>
public sealed class MemoryUsageEventArgs(long bytes) : EventArgs
{
    /// <summary>How many bytes were in use.</summary>
    public long Bytes { get; } = bytes;
}

/// <summary>
/// Tells when the process uses more memory than it should: first when it does, then each time it has grown since, and once when it is below again.
/// gevent's <c>max_memory_usage</c>.
/// </summary>
/// <remarks>The events are raised by the thread that looks. Dispose of the monitor to end it.</remarks>
public sealed class MemoryMonitor : IDisposable
{
    private readonly long _maximum;
    private readonly Func<long> _measure;
    private readonly WatchThread.Job? _job;
    private readonly Lock _gate = new();

    /// <summary>What was in use when the last event was raised; 0 while it is below the maximum.</summary>
    private long _last;

    /// <summary>Begins to look.</summary>
    /// <param name="maximumBytes">How much may be in use.</param>
    /// <param name="period">How often to look; every 5 s if null. With <see cref="Timeout.InfiniteTimeSpan"/> only <see cref="Check"/> looks.</param>
    /// <param name="measure">Says how much is in use; the working set of the process if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum or the period is not positive.</exception>
    public MemoryMonitor(long maximumBytes, TimeSpan? period = null, Func<long>? measure = null)
    {
        TimeSpan every = period ?? TimeSpan.FromSeconds(5);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumBytes);
        _maximum = maximumBytes;
        _measure = measure ?? (static () => Environment.WorkingSet);
        if (every == Timeout.InfiniteTimeSpan) return;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero, nameof(period));
        _job = WatchThread.Add(Check, every);
    }

    /// <summary>More is in use than should be, and more than when this was last raised.</summary>
    public event EventHandler<MemoryUsageEventArgs>? ThresholdExceeded;

    /// <summary>After <see cref="ThresholdExceeded"/>, no more is in use than should be.</summary>
    public event EventHandler<MemoryUsageEventArgs>? UnderThreshold;

    /// <summary>Looks now.</summary>
    public void Check()
    {
        long now = _measure();
        bool isOver;
        bool isNews;
        lock (_gate)
        {
            isOver = now > _maximum;
            isNews = isOver ? now > _last : _last > 0;
            if (isNews) _last = isOver ? now : 0;
        }

        if (isNews) (isOver ? ThresholdExceeded : UnderThreshold)?.Invoke(this, new MemoryUsageEventArgs(now));
    }

    /// <summary>Ends the monitor.</summary>
    public void Dispose() => _job?.Dispose();
}
