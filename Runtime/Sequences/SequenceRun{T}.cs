using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

// The body is a coroutine whose frame is parked while the consumer has a value. To ask for the next value is to resume that frame
// right there, on the consumer's stack: if it yields without having waited, nothing else was involved. Only if the body waits is
// this object a frame itself: the consumer awaits it, and it is what the body's frame returns to.

/// <summary>One run of an iterator's body: the enumerator, and the frame of a step that waits. Of one fiber at a time.</summary>
internal sealed partial class SequenceRun<T> : Frame<bool>
{
    private enum Phase
    {
        Unstarted,
        Running,
        AtValue,
        Over,
    }

    private Func<SequenceYielder<T>, Coroutine>? _start;
    private Coroutine _body;

    /// <summary>The body's frame while the consumer has a value. It belongs to no fiber then: another one may go on.</summary>
    private Frame? _parked;
    private Phase _phase;

    /// <summary>Whether the body runs on the consumer's stack.</summary>
    private bool _isInStep;

    internal SequenceRun(Func<SequenceYielder<T>, Coroutine> start) => _start = start;

    internal T? Current { get; private set; }

    /// <summary>Whether the body is to leave at the yield it is at.</summary>
    internal bool IsLeaving { get; private set; }

    internal Coroutine<bool> MoveNext()
    {
        if (_phase == Phase.Over) return new Coroutine<bool>(false);
        if (_phase == Phase.Running) throw new InvalidOperationException("The iterator runs already: its body asks for its own next value, or a step was not awaited.");
        return Step();
    }

    internal Coroutine Leave()
    {
        switch (_phase)
        {
            case Phase.Unstarted:
                _start = null;
                _phase = Phase.Over;
                return default;
            case Phase.Running:
                throw new InvalidOperationException("The iterator cannot be disposed of while its body runs.");
            case Phase.AtValue:
                IsLeaving = true;
                return Step().WithoutResult();
            default:
                return default;
        }
    }

    /// <summary>Hands a value to the consumer. The body waits to be asked for more.</summary>
    internal void Park(Frame frame, T value)
    {
        Current = value;
        _phase = Phase.AtValue;
        if (frame.Fiber is not { } fiber)
        {
            _parked = frame;
            _step!.Arrive(true);
            return;
        }

        _parked = frame;
        fiber.Frames--;
        frame.Fiber = null;
        if (_isInStep) return;

        Complete(true);
        if (Continuation is not null) fiber.Scheduler.ReadyFirst(this);
    }

    /// <summary>The body has ended; or has yielded, and it is the consumer's turn.</summary>
    internal override void Resume()
    {
        if (IsCompleted) return;
        _phase = Phase.Over;
        try
        {
            _body.GetAwaiter().GetResult();
            Complete(false);
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    internal override string Describe() => "an iterator";

    private protected override void Recycle() => Leave<SequenceRun<T>>();

    [StackTraceHidden]
    private Coroutine<bool> Step()
    {
        FiberCore? fiber = Carrier.Current.Fiber;
        if (_phase == Phase.Unstarted) _isHosted = fiber is null;
        if (_isHosted != fiber is null) throw Elsewhere();

        bool isFirst = _phase == Phase.Unstarted;
        _phase = Phase.Running;
        if (fiber is null) return StepHosted(isFirst);

        _isInStep = true;
        try
        {
            if (isFirst) Start();
            else Continue(fiber);
        }
        catch
        {
            // No frame of ours: the call of the body itself has thrown.
            _phase = Phase.Over;
            throw;
        }
        finally
        {
            _isInStep = false;
        }

        if (_phase == Phase.AtValue) return new Coroutine<bool>(true);
        if (_body.Frame is { IsCompleted: false } frame)
        {
            Enter(fiber);
            if (frame.Continuation is null) frame.ContinueWith(this);
            return new Coroutine<bool>(this);
        }

        _phase = Phase.Over;
        _body.GetAwaiter().GetResult();
        return new Coroutine<bool>(false);
    }

    private void Start()
    {
        Func<SequenceYielder<T>, Coroutine> start = _start!;
        _start = null;
        _body = start(new SequenceYielder<T>(this));
    }

    private void Continue(FiberCore fiber)
    {
        Frame parked = _parked!;
        _parked = null;
        parked.Fiber = fiber;
        fiber.Frames++;
        parked.Resume();
    }

    private InvalidOperationException Elsewhere() => new(
        _isHosted
            ? "This run of an iterator has begun outside of fibers, and must be consumed to its end there."
            : "This run of an iterator has begun in a fiber, and must be consumed to its end in fibers.");
}
