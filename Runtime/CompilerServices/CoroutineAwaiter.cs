using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Awaits a <see cref="Coroutine"/>. Meant for the compiler.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CoroutineAwaiter : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Coroutine _coroutine;

    internal CoroutineAwaiter(Coroutine coroutine) => _coroutine = coroutine;

    /// <inheritdoc cref="Coroutine.IsCompleted"/>
    public bool IsCompleted => _coroutine.IsCompleted;

    /// <summary>Consumes the coroutine: throws its error, if it ended with one.</summary>
    /// <exception cref="InvalidOperationException">The coroutine has not completed, or was awaited before.</exception>
    [StackTraceHidden]
    public void GetResult() => _coroutine.Frame?.TakeOutcome(_coroutine.Version);

    void IFrameAwaiter.Park(Frame frame) => _coroutine.Frame!.ContinueWith(frame);

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => CallbackFrame.Attach(_coroutine.Frame, continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => CallbackFrame.Attach(_coroutine.Frame, continuation, flowContext: false);
}
