using CoGen.CompilerServices;

namespace CoGen;

// To move, a fiber must be whole: everything it has begun is on the one stack that moves. That is seen only when its turn is
// over, so a frame of its own does the move, run by the scheduler that is left; the last thing this does is to hand the wait over.

/// <summary>A fiber's wait to go on on another scheduler.</summary>
internal sealed class MoveWait : Frame<Unit>
{
    private readonly Scheduler _target;
    private string? _refusal;

    private MoveWait(FiberCore fiber, Scheduler target)
    {
        _target = target;
        Enter(fiber);
    }

    internal static Coroutine Begin(FiberCore fiber, Scheduler target)
    {
        MoveWait wait = new(fiber, target);
        fiber.Scheduler.Ready(new Move(fiber, wait));
        return new Coroutine(wait);
    }

    /// <summary>The fiber has arrived, or stays.</summary>
    internal override void Resume()
    {
        if (_refusal is not null)
        {
            Fail(new InvalidOperationException($"Fiber '{Fiber!.Name}' cannot be moved: {_refusal}"));
            return;
        }

        Fiber!.Scheduler.Register(Fiber);
        Complete(default);
    }

    internal override string Describe() => "its move to another scheduler";

    private protected override void Recycle() => Leave<MoveWait>();

    /// <summary>Why the fiber must stay; null if it can be moved.</summary>
    private string? Refusal(FiberCore fiber)
    {
        if (fiber.Extras.Greenlets is not null) return "it has greenlets, which stay where they are.";
        for (InterruptScope? scope = fiber.Extras.Innermost; scope is not null; scope = scope.Outer)
        {
            if (scope.IsTimed) return "it is in a timeout scope, whose timer is its scheduler's. Close the scope before, or open it after.";
        }

        if (HeldLocks.FindHeldBy(new Fiber(fiber, fiber.Id)) is { } held) return $"it holds the lock of a {held.GetType().Name}, which belongs to the thread. Leave the lock before.";
        if (FiberReaderWriterLock.IsAnyHeldBy(fiber)) return "it holds a ReaderWriterLockSlim, which belongs to the thread. Leave the lock before.";

        int frames = 0;
        Frame? frame = this;
        for (; frame is not null && frame != fiber; frame = frame.Continuation) frames++;
        return frame != fiber || frames != fiber.Frames
            ? "it has begun coroutines that it has not awaited to their end. Await SwitchTo at once, and all others before."
            : null;
    }

    /// <summary>Moves the fiber: run by the scheduler that is left.</summary>
    private sealed class Move : Frame
    {
        private readonly FiberCore _fiber;
        private readonly MoveWait _wait;

        internal Move(FiberCore fiber, MoveWait wait)
        {
            _fiber = fiber;
            _wait = wait;

            // A loop runs it between turns; a pool in the fiber's own.
            if (fiber.Scheduler.SharesFibers) Fiber = fiber;
        }

        internal override void Resume()
        {
            _wait._refusal = _wait.Refusal(_fiber);
            if (_wait._refusal is not null)
            {
                _fiber.Scheduler.Ready(_wait);
                return;
            }

            Scheduler left = _fiber.Scheduler;
            Scheduler target = _wait._target;
            left.Unregister(_fiber);
            if (Fiber is not null) LeaveTurn();
            _fiber.Extras.ExpectBackAt(left);
            bool comesBack = _fiber.Extras.ComesBackTo(target);
            _fiber.IsShared = true;
            if (target.HomePools is { } pools) _fiber.Pools = pools;
            Volatile.Write(ref _fiber.Scheduler, target);
            target.Post(_wait);
            if (comesBack) target.MeetExpectation();
        }

        /// <summary>Ends the turn of a pool, which sees by the carrier that the fiber has gone.</summary>
        private void LeaveTurn()
        {
            _fiber.OwnThread?.EndTurn(_fiber);
            Carrier carrier = Carrier.Current;
            if (Watched.Turns) Observation.EndTurn(carrier, _fiber, _fiber.Id);
            _fiber.Context = carrier.Context.Capture() ?? _fiber.Context;
            _fiber.IsInTurn = false;
            carrier.Fiber = null;
        }

        private protected override void Recycle() { }
    }
}
