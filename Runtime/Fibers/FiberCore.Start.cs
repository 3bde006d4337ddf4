namespace CoGen;

internal abstract partial class FiberCore
{
    /// <summary>Whether the body has not begun, and may still be kept from it.</summary>
    private bool HasNotBegun => _phase <= Phase.Created;

    /// <summary>Keeps a new fiber from its scheduler until it is started.</summary>
    internal void Hold()
    {
        _phase = Phase.Unstarted;
        if (FiberStart.HasHooks) SpawnHooks.OnCreate(this);
    }

    /// <summary>Starts a fiber that was held. Has no effect on any other.</summary>
    internal void Start(TimeSpan? delay = null)
    {
        if (_phase != Phase.Unstarted) return;

        _phase = Phase.Created;
        if (FiberStart.HasHooks) SpawnHooks.OnStart(this);
        if (delay is { } time) StartWait.Begin(this, time);
        else Scheduler.Ready(this);
    }

    /// <summary>Kills the fiber if its body has not begun.</summary>
    internal void CancelStart()
    {
        if (HasNotBegun) Kill(new FiberKilledException("The fiber was cancelled before its start."));
    }
}
