using System.Diagnostics;

namespace CoGen;

// A debugger evaluates these while all threads stand still: nobody is asked, all is read as it is.

/// <summary>What a debugger shows of a fiber.</summary>
internal sealed class FiberDebugView(Fiber fiber)
{
    public FiberSnapshot? Snapshot => fiber == default ? null : FiberDump.Of(fiber).Fibers[0];
}

/// <summary>What a debugger shows of a scheduler.</summary>
internal sealed class SchedulerDebugView(Scheduler scheduler)
{
    public TimeProvider Clock => scheduler.Clock;

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public FiberSnapshot[] Fibers => [.. FiberDump.Capture(scheduler, TimeSpan.Zero).Fibers];
}
