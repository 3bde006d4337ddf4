namespace CoGen;

/// <summary>
/// A clock that stands still until told to go on. A scheduler on this clock never sleeps: when nothing can run it moves the
/// clock to its next timer, so that a day passes in no time and, on a <see cref="LoopScheduler"/>, always in the same order.
/// </summary>
public sealed class VirtualClock : TimeProvider
{
    private long _ticks;

    /// <summary>
    /// How much virtual time each turn of a fiber takes; none by default. With a cost, timers come due also while some fibers never
    /// stop running, as they do by a real clock.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public TimeSpan CostPerTurn
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }

    /// <summary>
    /// How long, in real time, a scheduler waits for what may come from outside – a task that a fiber awaits, another thread – before
    /// it moves the clock; 100 ms by default. More of it makes tests that mix both worlds surer, and slower where nothing comes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public TimeSpan Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMilliseconds(100);

    /// <summary>How far the clock has gone.</summary>
    public TimeSpan Elapsed => new(Volatile.Read(ref _ticks));

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Elapsed;

    /// <summary>Moves the clock on.</summary>
    /// <param name="duration">By how much; not negative.</param>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }
}
