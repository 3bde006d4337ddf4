using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>Whether a thread is in <see cref="Pump"/>.</summary>
    private volatile bool _isPumped;

    internal override SchedulerSnapshot Inspect(FiberReader reader, TimeSpan patience)
    {
        if (IsOnThread) return Read(reader, _isPumped ? SchedulerActivity.Running : SchedulerActivity.NotRun);
        if (!_isPumped) return ReadFromElsewhere(reader, SchedulerActivity.NotRun);

        Inspection inspection = new(() => Read(reader, SchedulerActivity.Running));
        Post(inspection);
        return inspection.Wait(patience) ?? ReadFromElsewhere(reader, SchedulerActivity.Stalled);
    }

    /// <summary>Reads what another thread may be changing.</summary>
    private SchedulerSnapshot ReadFromElsewhere(FiberReader reader, SchedulerActivity activity)
    {
        try
        {
            return Read(reader, activity);
        }
        catch (Exception error) when (error is NullReferenceException or InvalidOperationException or IndexOutOfRangeException)
        {
            return new SchedulerSnapshot(this, []) { Activity = activity, Thread = ThreadOf(_carrier) };
        }
    }

    private SchedulerSnapshot Read(FiberReader reader, SchedulerActivity activity)
    {
        Carrier? carrier = Volatile.Read(ref _carrier);
        FiberCore? running = activity == SchedulerActivity.NotRun ? null : carrier?.Fiber;
        if (running is MainFiber) running = null;

        // Of those that may run, the stack begins at what stands in the queue.
        Dictionary<FiberCore, Frame?> tops = [];
        foreach (FiberCore? fiber in _suspended.Fibers.ToArray())
        {
            if (fiber is not null) tops[fiber] = null;
        }

        // One that is in a region has not been suspended, if it is its first turn.
        foreach (BlockingRegion region in _regions.ToArray()) tops[region.OfFiber] = null;
        foreach (Frame frame in _ready.ToList())
        {
            if (frame.Fiber is { } fiber and not MainFiber) tops[fiber] = frame;
        }

        if (running is not null) tops[running] = null;
        FiberSnapshot[] fibers = [.. tops.OrderBy(static entry => entry.Key.Id).Select(Snapshot)];
        return new SchedulerSnapshot(this, fibers)
        {
            Activity = activity,
            Thread = ThreadOf(carrier),
            Running = fibers.FirstOrDefault(fiber => fiber.Core == running),
            TimerCount = TimerCount,
        };

        FiberSnapshot Snapshot(KeyValuePair<FiberCore, Frame?> entry) =>
            entry.Key == running && !IsOnThread ? reader.ReadRunning(running, carrier!) : reader.Read(entry.Key, entry.Value, TimeUntil);
    }

    private TimeSpan TimeUntil(WaitFrame wait) => TimeSpan.FromMilliseconds(wait.Deadline) - Now;

    internal static string? ThreadOf(Carrier? carrier) =>
        carrier is null ? null : carrier.Thread.Name is { Length: > 0 } name ? $"thread {carrier.Thread.ManagedThreadId} '{name}'" : $"thread {carrier.Thread.ManagedThreadId}";

    /// <summary>A look at the loop, taken by its own thread between two turns.</summary>
    private sealed class Inspection(Func<SchedulerSnapshot> read) : Frame
    {
        private readonly object _gate = new();
        private Func<SchedulerSnapshot>? _read = read;
        private SchedulerSnapshot? _seen;

        internal override void Resume()
        {
            lock (_gate)
            {
                // Who has asked may have lost patience.
                _seen = _read?.Invoke();
                Monitor.Pulse(_gate);
            }
        }

        /// <returns>Null if there was no answer in time.</returns>
        internal SchedulerSnapshot? Wait(TimeSpan patience)
        {
            lock (_gate)
            {
                if (_seen is null) Monitor.Wait(_gate, patience);
                _read = null;
                return _seen;
            }
        }

        private protected override void Recycle() { }
    }
}
