namespace CoGen;

internal abstract partial class FiberCore
{
    /// <summary>Whether the body has not begun, and may still be kept from it.</summary>
    private bool HasNotBegun => _phase <= Phase.Created;

    /// <summary>Keeps a new fiber from its scheduler until it is started.</summary>
    internal void Hold()
    {
        _phase = Phase.Unstarted;
        if (Watched.Spawns) SpawnHooks.OnCreate(this);
    }

    /// <summary>Starts a fiber that was held. Has no effect on any other. Called on any thread.</summary>
    internal void Start()
    {
        if (TryStart()) Scheduler.Post(this);
    }

    /// <inheritdoc cref="Start()"/>
    internal void StartAfter(TimeSpan delay)
    {
        if (TryStart()) Order(static start => start.Fiber.HoldBack(start.Delay), (Fiber: this, Delay: delay));
    }

    /// <summary>Kills the fiber if its body has not begun.</summary>
    internal void CancelStart()
    {
        if (HasNotBegun) Kill(new FiberKilledException("The fiber was cancelled before its start."));
    }

    /// <summary>Keeps a fiber that was started from its first turn, unless it was killed meanwhile: then that has come.</summary>
    private void HoldBack(TimeSpan delay)
    {
        if (PendingKill is null) StartWait.Begin(this, delay);
        else Scheduler.Ready(this);
    }

    private bool TryStart()
    {
        if (Interlocked.CompareExchange(ref _phase, Phase.Created, Phase.Unstarted) != Phase.Unstarted) return false;
        if (Watched.Spawns) SpawnHooks.OnStart(this);
        return true;
    }
}
