using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Builds the <see cref="Task"/> of an <see langword="async"/> lambda that runs, and goes on, in the fiber that calls it. Meant for generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FiberTaskMethodBuilder
{
    private CoroutineMethodBuilder _builder;

    /// <inheritdoc cref="CoroutineMethodBuilder.Create"/>
    public static FiberTaskMethodBuilder Create() => default;

    /// <inheritdoc cref="CoroutineMethodBuilder.Task"/>
    public readonly Task Task => FrameValueTask.Of(_builder.Task).AsTask();

    /// <inheritdoc cref="CoroutineMethodBuilder.Start"/>
    [DebuggerStepThrough]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <inheritdoc cref="CoroutineMethodBuilder.SetStateMachine"/>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <inheritdoc cref="CoroutineMethodBuilder.SetResult"/>
    public void SetResult() => _builder.SetResult();

    /// <inheritdoc cref="CoroutineMethodBuilder.SetException"/>
    public void SetException(Exception exception) => _builder.SetException(exception);

    /// <inheritdoc cref="CoroutineMethodBuilder.AwaitOnCompleted"/>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <inheritdoc cref="CoroutineMethodBuilder.AwaitUnsafeOnCompleted"/>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
