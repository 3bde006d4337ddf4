namespace CoGen;

/// <summary>A fiber that keeps its thread, as the <see cref="StallWatchdog"/> has found it.</summary>
public sealed class StallEventArgs : EventArgs
{
    internal StallEventArgs(Scheduler scheduler) => Scheduler = scheduler;

    /// <summary>The scheduler.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The fiber; null if it is a callback that no fiber runs.</summary>
    public Fiber? Fiber { get; internal init; }

    /// <summary>For how long, at least, the fiber has not waited.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>The thread, in words.</summary>
    public string Thread { get; internal init; } = "";

    /// <summary>The statement at which the fiber has last waited or yielded, from which it has run since; null if it has not waited yet.</summary>
    public SuspendedCall? LastWait { get; internal init; }

    /// <summary>The calls outside of that, innermost first.</summary>
    public IReadOnlyList<SuspendedCall> Callers { get; internal init; } = [];

    /// <summary>
    /// The methods that the thread was in when it was looked at, innermost first, also those without sources or symbols; empty if that could not be found out. See
    /// <see cref="StallWatchdog.CapturesStacks"/>.
    /// </summary>
    public IReadOnlyList<string> Stack { get; internal init; } = [];

    /// <summary>What will be written to <see cref="StallWatchdog.Output"/>. A handler may change it; nothing is written if it is empty.</summary>
    public string Report { get; set; } = "";
}
