using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Builds the <see cref="ValueTask{T}"/> of an <see langword="async"/> lambda that runs, and goes on, in the fiber that calls it. Meant for generated code.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FiberValueTaskMethodBuilder<T>
{
    private CoroutineMethodBuilder<T> _builder;

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Create"/>
    public static FiberValueTaskMethodBuilder<T> Create() => default;

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Task"/>
    public readonly ValueTask<T> Task => FrameValueTask<T>.Of(_builder.Task);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.Start"/>
    [DebuggerStepThrough]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.SetStateMachine"/>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.SetResult"/>
    public void SetResult(T result) => _builder.SetResult(result);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.SetException"/>
    public void SetException(Exception exception) => _builder.SetException(exception);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.AwaitOnCompleted"/>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <inheritdoc cref="CoroutineMethodBuilder{T}.AwaitUnsafeOnCompleted"/>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
