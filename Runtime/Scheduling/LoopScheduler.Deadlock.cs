namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>The fibers that have begun and not ended, in no order.</summary>
    private FiberCore[] _suspended = new FiberCore[16];
    private int _suspendedCount;

    internal override void Register(FiberCore fiber)
    {
        if (_suspendedCount == _suspended.Length) Array.Resize(ref _suspended, _suspendedCount * 2);
        fiber.Slot = _suspendedCount;
        _suspended[_suspendedCount++] = fiber;
    }

    internal override void Unregister(FiberCore fiber)
    {
        FiberCore last = _suspended[--_suspendedCount];
        _suspended[_suspendedCount] = null!;
        if (last != fiber)
        {
            _suspended[fiber.Slot] = last;
            last.Slot = fiber.Slot;
        }

        fiber.Slot = -1;
    }

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
        foreach (FiberCore fiber in _suspended.AsSpan(0, _suspendedCount))
        {
            if (fiber.Leaf is WaitFrame { MayBeRousedFromOutside: true }) return true;
        }

        return false;
    }

    /// <summary>Says who waits for what, oldest first. Main's own wait is over: it is told of this.</summary>
    private DeadlockException Deadlock()
    {
        List<FiberCore> waiting = [.. _suspended.AsSpan(0, _suspendedCount).ToArray().OrderBy(fiber => fiber.Id)];
        if (Main.Leaf is not null) waiting.Insert(0, Main);
        return new DeadlockException(
            [.. waiting.Select(Parked)],
            [.. WaitCycles.Find(waiting, AwaitedBy).Select(cycle => cycle.ConvertAll(Parked))]);
    }

    private static ParkedFiber Parked(FiberCore fiber) => new(fiber.Name, fiber.Leaf?.Describe() ?? "a coroutine");

    /// <summary>Whom alone <paramref name="fiber"/> waits for, among those of this loop.</summary>
    private FiberCore? AwaitedBy(FiberCore fiber) => (fiber.Leaf as WaitFrame)?.WaitsFor switch
    {
        FiberCore awaited => awaited,
        Carrier plain when plain == _carrier => Main,
        _ => null,
    };
}
