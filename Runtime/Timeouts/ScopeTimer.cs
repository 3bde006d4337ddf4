using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// The timer of a scope: an entry of the wheel that is no wait. As with all timeouts, what happens in the same pass of the
/// loop wins.
/// </summary>
internal sealed class ScopeTimer : WaitFrame
{
    private readonly FramePool _pool;
    private Scheduler? _scheduler;

    /// <summary>Whose timer this is; null once stopped.</summary>
    private InterruptScope? _scope;

    /// <summary>Whether the timer has fired and stands in a queue.</summary>
    private bool _isOverdue;

    private ScopeTimer(FramePool pool) => _pool = pool;

    /// <summary>Arms a timer.</summary>
    internal static ScopeTimer Start(InterruptScope scope, TimeSpan delay)
    {
        Scheduler scheduler = scope.Fiber!.Scheduler;
        FramePool pool = scheduler.PoolOf<ScopeTimer>();
        ScopeTimer timer = (ScopeTimer?)pool.TryRent() ?? new ScopeTimer(pool);
        timer._scheduler = scheduler;
        timer._scope = scope;
        scheduler.Arm(timer, delay);
        return timer;
    }

    /// <summary>Disarms the timer. Not to be called once the scope was told that it has fired.</summary>
    internal void Stop()
    {
        _scope = null;
        _scheduler!.Disarm(this);
        if (!_isOverdue) _pool.Return(this);
    }

    internal override void OnTimer()
    {
        _isOverdue = true;
        _scheduler!.Overdue(this);
    }

    internal override void Resume()
    {
        InterruptScope? scope = _scope;
        _scope = null;
        _isOverdue = false;
        _pool.Return(this);
        scope?.OnTimer();
    }

    internal override string Describe() => "a timeout";

    private protected override void Recycle() { }
}
