using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Counts switches, and measures the longest turn, until it is disposed of: gevent's <c>GreenletTracer</c>, <c>HubSwitchTracer</c> and
/// <c>MaxSwitchTracer</c>. Any number may be on at once.
/// </summary>
/// <remarks>It counts the turns that begin while it is on, in the whole process or of one scheduler. Times are real ones. All members may be used from any thread.</remarks>
public sealed class SwitchTracer : IDisposable
{
    private readonly Observer _observer;
    private bool _isDisposed;

    /// <summary>Begins to count.</summary>
    /// <param name="scheduler">The scheduler whose turns count; all if null.</param>
    public SwitchTracer(Scheduler? scheduler = null)
    {
        _observer = new Observer(scheduler);
        Observation.Add(_observer);
    }

    /// <summary>How many turns have ended: so often a fiber was switched to, and its scheduler back.</summary>
    public long Count => _observer.Longest.Count;

    /// <summary>How long the longest of these turns was.</summary>
    public TimeSpan LongestTurn => _observer.Longest.Time;

    /// <summary>Whose turn that was; null if there was none.</summary>
    public Fiber? LongestFiber => _observer.Longest.Fiber;

    /// <summary>Ends it. What was counted can still be read.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true)) Observation.Remove(_observer);
    }

    private sealed class Observer(Scheduler? scheduler) : FiberObserver
    {
        private readonly Lock _gate = new();
        private (long Count, TimeSpan Time, Fiber? Fiber) _longest;

        /// <summary>When the turn has begun that the thread is in; 0 if it is in none.</summary>
        [ThreadStatic]
        private static long t_began;

        internal (long Count, TimeSpan Time, Fiber? Fiber) Longest
        {
            get
            {
                lock (_gate) return _longest;
            }
        }

        internal override void OnTurnBegins(FiberCore fiber, Frame frame) => t_began = Stopwatch.GetTimestamp();

        internal override void OnTurnEnds(FiberCore fiber, Frame? wait) => End(fiber, fiber.Id);

        internal override void OnEnded(FiberCore fiber, long id) => End(fiber, id);

        private void End(FiberCore fiber, long id)
        {
            if (t_began == 0 || fiber is MainFiber || (scheduler is not null && fiber.Scheduler != scheduler)) return;
            TimeSpan time = Stopwatch.GetElapsedTime(t_began);
            lock (_gate) _longest = time > _longest.Time || _longest.Fiber is null ? (_longest.Count + 1, time, new Fiber(fiber, id)) : (_longest.Count + 1, _longest.Time, _longest.Fiber);
        }
    }
}
