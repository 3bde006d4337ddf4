using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// The timer of a scope: an entry of the wheel that is no wait. As with all timeouts, what happens in the same pass of the
/// loop wins.
/// </summary>
internal sealed class ScopeTimer : WaitFrame
{
    private Scheduler? _scheduler;
    private FramePool? _pool;

    /// <summary>Whose timer this is; null once stopped.</summary>
    private InterruptScope? _scope;

    /// <summary>Whether the timer has fired and stands in a queue.</summary>
    private bool _isQueued;

    /// <summary>Arms a timer.</summary>
    internal static ScopeTimer Start(InterruptScope scope, TimeSpan delay)
    {
        FiberCore fiber = scope.Fiber!;
        FramePool pool = fiber.Pools.Of<ScopeTimer>();
        ScopeTimer timer = (ScopeTimer?)pool.TryRent() ?? new ScopeTimer();
        timer._pool = pool;
        timer._scheduler = fiber.Scheduler;
        timer._scope = scope;
        fiber.Scheduler.Arm(timer, delay);
        return timer;
    }

    /// <summary>Disarms the timer. Not to be called once the scope was told that it has fired.</summary>
    internal void Stop()
    {
        _scope = null;
        _scheduler!.Disarm(this);
        if (!_isQueued) _pool!.Return(this);
    }

    internal override void OnTimer() => _scheduler!.Overdue(this);

    internal override void OnOverdue()
    {
        _isQueued = true;
        _scheduler!.Post(this);
    }

    internal override void Resume()
    {
        InterruptScope? scope = _scope;
        _scope = null;
        _isQueued = false;
        _pool!.Return(this);
        scope?.OnTimer();
    }

    internal override string Describe() => "a timeout";

    private protected override void Recycle() { }
}
