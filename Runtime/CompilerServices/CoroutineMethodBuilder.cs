using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Builds the <see cref="Coroutine"/> of an <see langword="async"/> method. Meant for the compiler.</summary>
/// <inheritdoc cref="CoroutineMethodBuilder{T}" path="/remarks"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CoroutineMethodBuilder
{
    private CoroutineMethodBuilder<Unit> _inner;

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Create"/>
    public static CoroutineMethodBuilder Create() => default;

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Task"/>
    public readonly Coroutine Task => _inner.Frame is { } frame ? new Coroutine(frame) : default;

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Start"/>
    [DebuggerStepThrough]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.SetStateMachine"/>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Ends the coroutine.</summary>
    public void SetResult() => _inner.SetResult(default);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.SetException"/>
    public void SetException(Exception exception) => _inner.SetException(exception);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.AwaitOnCompleted"/>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.AwaitOnCompleted"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
