using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Hands the end of a coroutine on to a task. It runs in the coroutine's own fiber, or inline outside any fiber.</summary>
/// <remarks>
/// Who awaits a cancelled task is to see the very exception that the coroutine threw, a kill for instance. Only the builder of
/// async methods makes such tasks; its own, though, would run what comes after the await in the middle of this turn.
/// </remarks>
internal abstract class TaskBridge : Frame
{
    private readonly Frame _frame;
    private readonly int _version;

    private protected TaskBridge(Frame frame, int version)
    {
        _frame = frame;
        _version = version;
        Fiber = frame.Fiber;
    }

    internal static Task Connect(Frame frame, int version)
    {
        ToTask bridge = new(frame, version);
        bridge.Start();
        return bridge.Source.Task;
    }

    internal static Task<T> Connect<T>(Frame<T> frame, int version)
    {
        ToTask<T> bridge = new(frame, version);
        bridge.Start();
        return bridge.Source.Task;
    }

    internal override void Wake() => Post();

    internal override void Post()
    {
        if (Fiber is null) Resume();
        else base.Post();
    }

    private protected override void Recycle() { }

    private void Start()
    {
        if (Fiber is { } fiber && !fiber.Scheduler.MayTouch(fiber)) Misuse.ThrowElsewhere(fiber);
        if (_frame.NeedsNoWait(_version)) Resume();
        else _frame.ContinueWith(this);
    }

    private sealed class ToTask(Frame frame, int version) : TaskBridge(frame, version)
    {
        internal readonly TaskCompletionSource Source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal override void Resume()
        {
            try
            {
                _frame.TakeOutcome(_version);
                Source.SetResult();
            }
            catch (OperationCanceledException cancelled)
            {
                Source.SetFromTask(CancelledBy(cancelled));
            }
            catch (Exception error)
            {
                Source.SetException(error);
            }
        }

        private static Task CancelledBy(OperationCanceledException cancelled)
        {
            AsyncTaskMethodBuilder builder = AsyncTaskMethodBuilder.Create();
            Task task = builder.Task;
            builder.SetException(cancelled);
            return task;
        }
    }

    private sealed class ToTask<T>(Frame<T> frame, int version) : TaskBridge(frame, version)
    {
        internal readonly TaskCompletionSource<T> Source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal override void Resume()
        {
            try
            {
                Source.SetResult(((Frame<T>)_frame).TakeResult(_version));
            }
            catch (OperationCanceledException cancelled)
            {
                Source.SetFromTask(CancelledBy(cancelled));
            }
            catch (Exception error)
            {
                Source.SetException(error);
            }
        }

        private static Task<T> CancelledBy(OperationCanceledException cancelled)
        {
            AsyncTaskMethodBuilder<T> builder = AsyncTaskMethodBuilder<T>.Create();
            Task<T> task = builder.Task;
            builder.SetException(cancelled);
            return task;
        }
    }
}
