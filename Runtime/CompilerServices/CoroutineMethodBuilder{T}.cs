using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>Builds the <see cref="Coroutine{T}"/> of an <see langword="async"/> method. Meant for the compiler.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>
/// Until the first suspension everything lives in this struct on the caller's stack. Unlike the builders of tasks,
/// <see cref="Start"/> does not restore the <see cref="ExecutionContext"/> afterwards: ambient state belongs to the
/// fiber, and flows out of a call as it does from the blocking original.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CoroutineMethodBuilder<T>
{
    /// <summary>Null until the first suspension or an error.</summary>
    private Frame<T>? _frame;
    private T _result;

    /// <summary>Creates a builder.</summary>
    /// <returns>The builder.</returns>
    public static CoroutineMethodBuilder<T> Create() => default;

    /// <summary>Gets the coroutine that the method returns to its caller.</summary>
    public readonly Coroutine<T> Task => _frame is null ? new Coroutine<T>(_result) : new Coroutine<T>(_frame);

    internal readonly Frame<T>? Frame => _frame;

    /// <summary>Runs the method until it suspends or ends.</summary>
    /// <typeparam name="TStateMachine">The compiler's state machine.</typeparam>
    /// <param name="stateMachine">The state machine.</param>
    [DebuggerStepThrough]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <summary>Not used: state machines are never boxed.</summary>
    /// <param name="stateMachine">The state machine.</param>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Ends the coroutine with a value.</summary>
    /// <param name="result">The value.</param>
    public void SetResult(T result)
    {
        if (_frame is null) _result = result;
        else _frame.Complete(result);
    }

    /// <summary>Ends the coroutine with an error.</summary>
    /// <param name="exception">The error.</param>
    public void SetException(Exception exception)
    {
        if (_frame is null) _frame = new FaultedFrame<T>(exception);
        else _frame.Fail(exception);
    }

    /// <summary>Suspends until <paramref name="awaiter"/> calls back.</summary>
    /// <typeparam name="TAwaiter">The awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The compiler's state machine.</typeparam>
    /// <param name="awaiter">What is awaited.</param>
    /// <param name="stateMachine">The state machine.</param>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine =>
        Suspend(ref awaiter, ref stateMachine, flowContext: true);

    /// <inheritdoc cref="AwaitOnCompleted"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        // The one suspension that is nothing but a switch. The JIT knows the answer to the first question.
        if (typeof(TAwaiter) == typeof(YieldAwaitable.Awaiter) && _frame is { Fiber: { } fiber } frame) fiber.Scheduler.Ready(frame);
        else Suspend(ref awaiter, ref stateMachine, flowContext: false);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Suspend<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine, bool flowContext)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        Frame<T> frame = _frame ?? MoveToFrame(ref stateMachine);
        if (frame.Fiber is null)
        {
            Unsafe.As<HostedFrame<TStateMachine, T>>(frame).Park(ref awaiter, flowContext);
        }
        else if (awaiter is IFrameAwaiter)
        {
            // The constrained call on a struct's type parameter: the JIT resolves the test and boxes nothing.
            ((IFrameAwaiter)awaiter).Park(frame);
        }
        else
        {
            Unsafe.As<StateMachineFrame<TStateMachine, T>>(frame).ParkOnForeign(ref awaiter, flowContext);
        }
    }

    /// <summary>
    /// Moves the state machine to the heap. This builder is a field of the state machine, so the frame is stored here
    /// before the state machine is copied: the copy must know its frame too.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Frame<T> MoveToFrame<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (Carrier.Current.Fiber is { } fiber)
        {
            StateMachineFrame<TStateMachine, T> frame = StateMachineFrame<TStateMachine, T>.Rent(fiber);
            _frame = frame;
            frame.StateMachine = stateMachine;
            return frame;
        }

        HostedFrame<TStateMachine, T> hosted = new();
        _frame = hosted;
        hosted.StateMachine = stateMachine;
        return hosted;
    }
}
