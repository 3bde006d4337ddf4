namespace CoGen;

/// <summary>
/// Who waits for what, and why nothing moves: the fibers of one scheduler, or of the whole process, as they stood when this was captured. The
/// counterpart of gevent's <c>GreenletTree</c> and <c>format_run_info</c>.
/// </summary>
/// <remarks>
/// <para>
/// It may be captured from any thread and any fiber. The thread that runs a loop is asked, and answers between two turns; when it does not, because a fiber keeps
/// it busy or blocks it, the dump says so, and shows what can be seen from outside. A pool's fibers are held one by one while they are read.
/// </para>
/// <para>
/// Files and lines come from the portable symbols of an assembly, embedded or beside it; without them, and in programs that are compiled ahead of
/// time, there are the names of the methods only. Who has spawned a fiber, and since when it waits, is known while <see cref="FiberTracking"/> is on.
/// </para>
/// </remarks>
public sealed class FiberDump
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private FiberDump(IReadOnlyList<SchedulerSnapshot> schedulers, IReadOnlyList<FiberSnapshot> fibers)
    {
        Schedulers = schedulers;
        Fibers = fibers;
        Dictionary<Fiber, FiberSnapshot> byFiber = [];
        foreach (FiberSnapshot fiber in fibers) byFiber[fiber.Fiber] = fiber;
        Roots = FiberForest.Plant(fibers, byFiber);
        Cycles = FiberForest.FindCycles(fibers);
        FiberForest.AssignLocks(fibers, byFiber);
    }

    /// <summary>The schedulers, oldest first; none if the dump is of single fibers.</summary>
    public IReadOnlyList<SchedulerSnapshot> Schedulers { get; }

    /// <summary>All fibers of the dump.</summary>
    public IReadOnlyList<FiberSnapshot> Fibers { get; }

    /// <summary>The fibers whose spawner is not among <see cref="Fibers"/>: the trees of spawns begin there.</summary>
    public IReadOnlyList<FiberSnapshot> Roots { get; }

    /// <summary>Those who wait for each other in a circle, by locks and joins; each waits for the next one, and the last for the first.</summary>
    public IReadOnlyList<IReadOnlyList<FiberSnapshot>> Cycles { get; }

    /// <summary>Captures all fibers of the process.</summary>
    /// <returns>The dump.</returns>
    public static FiberDump Capture() => Capture(SchedulerList.All, s_patience);

    /// <summary>Captures the fibers of one scheduler.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <returns>The dump.</returns>
    public static FiberDump Capture(Scheduler scheduler) => Capture(scheduler, s_patience);

    /// <param name="scheduler">The scheduler.</param>
    /// <param name="patience">How long, in real time, the thread of a loop may take to answer; 250 ms by default.</param>
    /// <inheritdoc cref="Capture(Scheduler)"/>
    public static FiberDump Capture(Scheduler scheduler, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return Capture([scheduler], Time.Require(patience));
    }

    /// <summary>Captures single fibers, which may have ended: with their results and errors.</summary>
    /// <param name="fibers">The fibers, each of which is the caller's scheduler's, waits, or has ended.</param>
    /// <returns>The dump.</returns>
    public static FiberDump Of(params IEnumerable<Fiber> fibers)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        using SourceLines lines = new();
        FiberReader reader = new(lines);
        return new FiberDump([], [.. fibers.Select(reader.ReadHandle)]);
    }

    /// <summary>Writes the dump down, for people.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => new FiberDumpWriter().Write(this);

    private static FiberDump Capture(Scheduler[] schedulers, TimeSpan patience)
    {
        using SourceLines lines = new();
        FiberReader reader = new(lines);
        SchedulerSnapshot[] snapshots = [.. schedulers.Select(scheduler => scheduler.Inspect(reader, patience))];
        return new FiberDump(snapshots, [.. snapshots.SelectMany(static snapshot => snapshot.Fibers)]);
    }
}
