namespace CoGen;

/// <summary>
/// The timer of a scope: an entry of the wheel that is no wait. As with all timeouts, what happens in the same pass of the
/// loop wins.
/// </summary>
internal sealed class ScopeTimer : WaitFrame
{
    private FiberCore? _fiber;

    /// <summary>Whose timer this is; null once stopped.</summary>
    private InterruptScope? _scope;

    /// <summary>Whether the timer has fired and stands in a queue.</summary>
    private bool _isQueued;

    /// <summary>A timeout is something to do yet for its fiber, unless all that the fiber does is wait for the others to have nothing to do.</summary>
    internal override bool IsInBackground => _scope?.Fiber is not { IsInBackground: false, Leaf: not IdleWait };

    /// <summary>Arms a timer.</summary>
    internal static ScopeTimer Start(InterruptScope scope, TimeSpan delay)
    {
        FiberCore fiber = scope.Fiber!;
        ScopeTimer timer = (ScopeTimer?)fiber.Pools.Of<ScopeTimer>().TryRent() ?? new ScopeTimer();
        timer._fiber = fiber;
        timer._scope = scope;

        // A loop runs it between turns, a pool in the fiber's own.
        timer.Fiber = fiber.Scheduler.SharesFibers ? fiber : null;
        fiber.Scheduler.Arm(timer, delay);
        return timer;
    }

    /// <summary>Disarms the timer. Not to be called once the scope was told that it has fired.</summary>
    internal void Stop()
    {
        _scope = null;
        _fiber!.Scheduler.Disarm(this);
        if (!_isQueued) GiveBack();
    }

    internal override void OnTimer() => _fiber!.Scheduler.Overdue(this);

    internal override void OnOverdue()
    {
        _isQueued = true;
        _fiber!.Scheduler.Post(this);
    }

    internal override void Resume()
    {
        InterruptScope? scope = _scope;
        _scope = null;
        _isQueued = false;
        GiveBack();
        scope?.OnTimer();
    }

    internal override string Describe() => "a timeout";

    private void GiveBack() => _fiber!.Pools.Of<ScopeTimer>().Return(this);

    private protected override void Recycle() { }
}
