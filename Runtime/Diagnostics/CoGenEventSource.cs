using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The events of the runtime, for <c>dotnet-trace</c> and other listeners. While nobody listens it is not told of anything.</summary>
[EventSource(Name = "CoGen")]
internal sealed class CoGenEventSource : EventSource
{
    internal static readonly CoGenEventSource Log = new();

    private Observer? _observer;
    private bool _isObserving;

    private CoGenEventSource()
    {
    }

    [Event(1, Level = EventLevel.Informational, Keywords = Keywords.Fibers, Message = "Fiber {1} was spawned by fiber {2}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void FiberSpawned(int scheduler, long fiber, long spawner) => WriteEvent(1, scheduler, fiber, spawner);

    [Event(2, Level = EventLevel.Informational, Keywords = Keywords.Fibers, Message = "Fiber {0} has ended: {2}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void FiberEnded(long fiber, string name, string state) => WriteEvent(2, fiber, name, state);

    [Event(3, Level = EventLevel.Error, Keywords = Keywords.Fibers, Message = "Fiber {0} '{1}' failed: {2}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void FiberFailed(long fiber, string name, string error) => WriteEvent(3, fiber, name, error);

    [Event(4, Level = EventLevel.Verbose, Keywords = Keywords.Turns, Opcode = EventOpcode.Start, Task = Tasks.Turn)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void TurnStart(int scheduler, long fiber) => WriteEvent(4, scheduler, fiber);

    [Event(5, Level = EventLevel.Verbose, Keywords = Keywords.Turns, Opcode = EventOpcode.Stop, Task = Tasks.Turn)]
    public void TurnStop(long fiber) => WriteEvent(5, fiber);

    [Event(6, Level = EventLevel.Verbose, Keywords = Keywords.Waits, Message = "Fiber {0} waits for {1}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void FiberWaits(long fiber, string waitsFor) => WriteEvent(6, fiber, waitsFor);

    [Event(7, Level = EventLevel.Warning, Keywords = Keywords.Stalls, Message = "{1}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers and strings.")]
    public void Stalled(long fiber, string report) => WriteEvent(7, fiber, report);

    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        bool isWanted = IsEnabled(EventLevel.Error, Keywords.Fibers | Keywords.Turns | Keywords.Waits);
        if (isWanted == _isObserving) return;

        // This may be called before the constructor: somebody has listened from the start.
        _observer ??= new Observer(this);
        _isObserving = isWanted;
        if (isWanted) Observation.Add(_observer);
        else Observation.Remove(_observer);
    }

    /// <summary>What can be asked for.</summary>
    public static class Keywords
    {
        /// <summary>Fibers that are spawned and end.</summary>
        public const EventKeywords Fibers = (EventKeywords)1;

        /// <summary>Each turn: many.</summary>
        public const EventKeywords Turns = (EventKeywords)2;

        /// <summary>What fibers wait for.</summary>
        public const EventKeywords Waits = (EventKeywords)4;

        /// <summary>What the <see cref="StallWatchdog"/> has found.</summary>
        public const EventKeywords Stalls = (EventKeywords)8;
    }

    /// <summary>What has a beginning and an end.</summary>
    public static class Tasks
    {
        /// <summary>A turn of a fiber.</summary>
        public const EventTask Turn = (EventTask)1;
    }

    private sealed class Observer(CoGenEventSource log) : FiberObserver
    {
        internal override void OnSpawned(FiberCore fiber, FiberCore spawner)
        {
            if (log.IsEnabled(EventLevel.Informational, Keywords.Fibers)) log.FiberSpawned(fiber.Scheduler.Number, fiber.Id, spawner is MainFiber ? 0 : spawner.Id);
        }

        internal override void OnTurnBegins(FiberCore fiber, Frame frame)
        {
            if (fiber is not MainFiber && log.IsEnabled(EventLevel.Verbose, Keywords.Turns)) log.TurnStart(fiber.Scheduler.Number, fiber.Id);
        }

        internal override void OnTurnEnds(FiberCore fiber, Frame? wait)
        {
            if (fiber is MainFiber) return;
            if (log.IsEnabled(EventLevel.Verbose, Keywords.Turns)) log.TurnStop(fiber.Id);
            if (wait is not null && log.IsEnabled(EventLevel.Verbose, Keywords.Waits)) log.FiberWaits(fiber.Id, wait.Describe());
        }

        internal override void OnEnded(FiberCore fiber, long id)
        {
            if (log.IsEnabled(EventLevel.Verbose, Keywords.Turns)) log.TurnStop(id);
            Fiber handle = new(fiber, id);
            if (handle.Exception is { } error) log.FiberFailed(id, handle.Name, error.ToString());
            if (log.IsEnabled(EventLevel.Informational, Keywords.Fibers)) log.FiberEnded(id, handle.Name, handle.State.ToString());
        }
    }
}
