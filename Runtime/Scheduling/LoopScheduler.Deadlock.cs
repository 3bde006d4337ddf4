using CoGen.CompilerServices;

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

    /// <summary>Says who waits for what, oldest first. Main's own wait is over: it is told of this.</summary>
    private DeadlockException Deadlock()
    {
        List<ParkedFiber> parked = [];
        if (Main.Leaf is { } mainWait) parked.Add(new ParkedFiber("main", mainWait.Describe()));
        foreach (FiberCore fiber in _suspended.AsSpan(0, _suspendedCount).ToArray().OrderBy(fiber => fiber.Id))
        {
            Frame? leaf = fiber.Leaf;
            parked.Add(new ParkedFiber(fiber.Name, leaf?.Describe() ?? "a coroutine"));
        }

        return new DeadlockException(parked);
    }
}
