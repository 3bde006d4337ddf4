namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>The fibers that have begun and not ended.</summary>
    private FiberSet _suspended = new();

    /// <inheritdoc/>
    public override int SuspendedCount => _suspended.Count;

    internal override void Register(FiberCore fiber) => _suspended.Add(fiber);

    internal override void Unregister(FiberCore fiber) => _suspended.Remove(fiber);

    /// <summary>
    /// Whether only this loop's own fibers act on what they wait for: then, if all of them wait, no timer is armed and no task
    /// is awaited, that is a deadlock and <see cref="DeadlockException"/> is thrown. By default so with a
    /// <see cref="VirtualClock"/>; by the system's clock any other thread may still release a semaphore or fill a queue, so that
    /// a loop whose fibers wait for one waits with them.
    /// </summary>
    public bool IsSelfContained { get; set; }

    /// <summary>Whether code that the loop knows nothing of can end the wait of at least one fiber.</summary>
    private bool MayBeRousedFromOutside()
    {
        if (Main.Leaf is WaitFrame { MayBeRousedFromOutside: true }) return true;
        foreach (FiberCore fiber in _suspended.Fibers)
        {
            if (fiber.Leaf is WaitFrame { MayBeRousedFromOutside: true }) return true;
        }

        return false;
    }

    /// <summary>Says who waits for what, oldest first. Main's own wait is over: it is told of this.</summary>
    private DeadlockException Deadlock()
    {
        FiberCore[] fibers = _suspended.Fibers.ToArray();
        return DeadlockException.Of([], Main.Leaf is null ? fibers : [Main, .. fibers], carrier => carrier == _carrier ? Main : null);
    }
}
