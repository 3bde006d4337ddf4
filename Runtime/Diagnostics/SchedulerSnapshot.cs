namespace CoGen;

/// <summary>What a scheduler did when a <see cref="FiberDump"/> was captured.</summary>
public enum SchedulerActivity
{
    /// <summary>Nobody ran it: its thread did something else, or it has none.</summary>
    NotRun,

    /// <summary>It ran fibers, or waited for something to do, and has answered. A pool always does.</summary>
    Running,

    /// <summary>Its thread has not answered, for it was still in the turn of one fiber. What is shown of it was read meanwhile, and may be out of date.</summary>
    Stalled,
}

/// <summary>What a <see cref="FiberDump"/> says of one scheduler.</summary>
public sealed class SchedulerSnapshot
{
    internal SchedulerSnapshot(Scheduler scheduler, IReadOnlyList<FiberSnapshot> fibers)
    {
        Scheduler = scheduler;
        Fibers = fibers;
    }

    /// <summary>The scheduler.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>What it did.</summary>
    public SchedulerActivity Activity { get; internal init; }

    /// <summary>The thread that runs it, or owns it, in words; null if there is none.</summary>
    public string? Thread { get; internal init; }

    /// <summary>The fiber whose turn it was; null if none ran, and of a pool, where several do.</summary>
    public FiberSnapshot? Running { get; internal init; }

    /// <summary>The fibers that had begun, or stood in the queue, and had not ended; by age.</summary>
    public IReadOnlyList<FiberSnapshot> Fibers { get; }

    /// <summary>How many timers were armed.</summary>
    public int TimerCount { get; internal init; }

    /// <summary>Gets the kind and number of the scheduler.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => Scheduler.Label;
}
