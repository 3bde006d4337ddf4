using System.Runtime.CompilerServices;

namespace CoGen.Benchmarks.Rivals;

/// <summary>
/// The least that an <see langword="async"/> method of C# can return: a value, and no way to suspend. Whatever can suspend
/// costs at least this.
/// </summary>
[AsyncMethodBuilder(typeof(LeastMethodBuilder<>))]
public readonly struct Least<T>(T result)
{
    public Awaiter GetAwaiter() => new(result);

    public readonly struct Awaiter(T result) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => true;

        public T GetResult() => result;

        public void OnCompleted(Action continuation) => throw new NotSupportedException();

        public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();
    }
}

/// <summary>The builder of <see cref="Least{T}"/>.</summary>
public struct LeastMethodBuilder<T>
{
    private T _result;

    public static LeastMethodBuilder<T> Create() => default;

    public readonly Least<T> Task => new(_result);

    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    public void SetResult(T result) => _result = result;

    public readonly void SetException(Exception exception) => throw new NotSupportedException("This one cannot fail.", exception);

    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => throw new NotSupportedException();

    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => throw new NotSupportedException();
}
