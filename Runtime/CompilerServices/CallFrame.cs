namespace CoGen.CompilerServices;

/// <summary>Something to be done to a fiber by code that does not run in it. An error goes to the error stream: whoever asked is not here any more.</summary>
internal sealed class CallFrame : Frame
{
    private readonly FiberCore _target;
    private readonly Action _action;

    internal CallFrame(FiberCore target, Action action)
    {
        _target = target;
        _action = action;
    }

    internal override void Resume()
    {
        // The fiber may have moved on since.
        if (!_target.Scheduler.MayTouch(_target))
        {
            Deliver();
            return;
        }

        try
        {
            _action();
        }
        catch (Exception error)
        {
            _target.ReportCallbacks(error);
        }
    }

    /// <summary>Sends this to where the fiber is. Called on any thread, but on one at a time.</summary>
    internal void Deliver()
    {
        Scheduler scheduler = _target.Scheduler;

        // A loop runs it between turns, a pool in the fiber's own turn.
        Fiber = scheduler.SharesFibers ? _target : null;
        scheduler.Post(this);
    }

    private protected override void Recycle() { }
}
