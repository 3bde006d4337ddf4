using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Awaits a <see cref="Coroutine{T}"/>. Meant for the compiler.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CoroutineAwaiter<T> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Coroutine<T> _coroutine;

    internal CoroutineAwaiter(Coroutine<T> coroutine) => _coroutine = coroutine;

    /// <inheritdoc cref="Coroutine.IsCompleted"/>
    public bool IsCompleted => _coroutine.IsCompleted;

    /// <summary>Consumes the coroutine: returns its result, or throws its error.</summary>
    /// <returns>The result.</returns>
    /// <inheritdoc cref="CoroutineAwaiter.GetResult"/>
    [StackTraceHidden]
    public T GetResult() =>
        _coroutine.Frame is not { } frame ? _coroutine.Result! : frame.TakeResult(_coroutine.Version);

    void IFrameAwaiter.Park(Frame frame) => _coroutine.Frame!.ContinueWith(frame);

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => CallbackFrame.Attach(_coroutine.Frame, continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => CallbackFrame.Attach(_coroutine.Frame, continuation, flowContext: false);
}
