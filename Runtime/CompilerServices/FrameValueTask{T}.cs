using System.Threading.Tasks.Sources;

namespace CoGen.CompilerServices;

// LINQ over asynchronous sequences is ordinary async code that runs inside a fiber. Were it told of a coroutine's end by a task, it
// would go on on the thread pool. By this it goes on at once, in the turn of the fiber.

/// <summary>Shows a coroutine of a fiber to async code that is to go on in that fiber.</summary>
internal sealed class FrameValueTask<T> : Frame, IValueTaskSource<T>, IValueTaskSource
{
    private Frame<T>? _frame;
    private Frame? _frameWithoutResult;
    private int _awaitedVersion;
    private Action<object?>? _continuation;
    private object? _state;
    private ExecutionContext? _context;

    private Frame Awaited => _frame ?? _frameWithoutResult!;

    internal static ValueTask<T> Of(Coroutine<T> coroutine)
    {
        if (coroutine.Frame is not { } frame) return new ValueTask<T>(coroutine.Result!);
        if (frame.Fiber is not { } fiber) return frame is FaultedFrame<T> ? ValueTask.FromException<T>(frame.Fault!.SourceException) : coroutine.AsValueTask();
        FrameValueTask<T> source = Rent(fiber);
        source._frame = frame;
        source._awaitedVersion = coroutine.Version;
        return new ValueTask<T>(source, (short)source.Version);
    }

    internal static ValueTask Of(Coroutine coroutine)
    {
        if (coroutine.Frame is not { } frame) return default;
        if (frame.Fiber is not { } fiber) return frame is FaultedFrame<Unit> ? ValueTask.FromException(frame.Fault!.SourceException) : coroutine.AsValueTask();
        FrameValueTask<T> source = Rent(fiber);
        source._frameWithoutResult = frame;
        source._awaitedVersion = coroutine.Version;
        return new ValueTask(source, (short)source.Version);
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        Check(token);
        Frame frame = Awaited;
        if (!frame.IsCompleted) return ValueTaskSourceStatus.Pending;
        return frame.Fault?.SourceException switch
        {
            null => ValueTaskSourceStatus.Succeeded,
            OperationCanceledException => ValueTaskSourceStatus.Canceled,
            _ => ValueTaskSourceStatus.Faulted,
        };
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        _continuation = continuation;
        _state = state;
        _context = (flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0 ? ExecutionContext.Capture() : null;
        Awaited.ContinueWith(this);
    }

    public T GetResult(short token)
    {
        Check(token);
        Frame<T> frame = _frame!;
        int version = _awaitedVersion;
        GiveBack();
        return frame.TakeResult(version);
    }

    void IValueTaskSource.GetResult(short token)
    {
        Check(token);
        Frame frame = _frameWithoutResult!;
        int version = _awaitedVersion;
        GiveBack();
        frame.TakeOutcome(version);
    }

    internal override void Resume()
    {
        Action<object?> continuation = _continuation!;
        object? state = _state;
        if (_context is { } context) ExecutionContext.Run(context, new ContextCallback(continuation), state);
        else continuation(state);
    }

    internal override string Describe() => "an asynchronous sequence";

    private protected override void Recycle() { }

    private static FrameValueTask<T> Rent(FiberCore fiber)
    {
        FrameValueTask<T> source = fiber.Pools.Of<FrameValueTask<T>>().TryRent() as FrameValueTask<T> ?? new FrameValueTask<T>();
        source.Fiber = fiber;
        return source;
    }

    private void GiveBack()
    {
        FiberCore fiber = Fiber!;
        Version++;
        _frame = null;
        _frameWithoutResult = null;
        _continuation = null;
        _state = null;
        _context = null;
        Fiber = null;
        if (fiber.Scheduler.MayTouch(fiber)) fiber.Pools.Of<FrameValueTask<T>>().Return(this);
    }

    private void Check(short token)
    {
        if (token != (short)Version) throw new InvalidOperationException("This value task was already awaited. Await it once.");
    }
}

/// <inheritdoc cref="FrameValueTask{T}"/>
internal static class FrameValueTask
{
    internal static ValueTask Of(Coroutine coroutine) => FrameValueTask<Unit>.Of(coroutine);
}
