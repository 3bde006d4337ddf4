using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <inheritdoc cref="FiberAwait{T}"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FiberAwait : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly ValueTaskAwaiter _awaiter;

    internal FiberAwait(ValueTask task) => _awaiter = task.GetAwaiter();

    /// <inheritdoc cref="FiberAwait{T}.IsCompleted"/>
    public bool IsCompleted => _awaiter.IsCompleted;

    /// <inheritdoc cref="FiberAwait{T}.GetAwaiter"/>
    public FiberAwait GetAwaiter() => this;

    /// <summary>Returns, or throws the error.</summary>
    public void GetResult() => _awaiter.GetResult();

    void IFrameAwaiter.Park(Frame frame) => _awaiter.UnsafeOnCompleted(() => Resume(frame));

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _awaiter.OnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);

    /// <summary>Lets a frame go on: next, if that is in its own fiber's turn.</summary>
    internal static void Resume(Frame frame)
    {
        if (frame.Fiber is { } fiber && Carrier.Current.Fiber == fiber) fiber.Scheduler.ReadyFirst(frame);
        else frame.Post();
    }
}
