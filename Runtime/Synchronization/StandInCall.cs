using System.Runtime.ExceptionServices;

namespace CoGen;

// A call that blocks can only be called off by the thread that is blocked in it. So whatever ends the fiber's wait asks for that, and the
// wait goes on until the thread has answered: either the call has ended nevertheless, which then counts, or it was called off.

/// <summary>A blocking call that a stand-in makes for a fiber.</summary>
/// <param name="state">What the call needs.</param>
/// <param name="call">The call. What does not take the token is called off by an interrupt of the thread.</param>
internal sealed class StandInCall<TState, T>(TState state, Func<TState, CancellationToken, T> call) : OutsideEvent
{
    private const int Running = 0;
    private const int CallingOff = 1;
    private const int Ended = 2;
    private const int CalledOff = 3;

    private OutsideWait? _wait;
    private Gate _gate;
    private int _state;
    private Thread? _thread;
    private ExceptionDispatchInfo? _error;
    private T? _result;

    /// <summary>The ambient state of the call; null for that of nobody.</summary>
    internal ExecutionContext? Context { get; init; }

    /// <summary>Calls off the call that takes its token; null for one that is interrupted.</summary>
    internal CancellationTokenSource? Cancellation { get; init; }

    internal required string Name { get; init; }

    /// <summary>Where the call is made.</summary>
    internal Action<Action> On { get; init; } = StandIn.Run;

    /// <summary>Whether the call has ended, or is blocked.</summary>
    internal bool IsSettled =>
        Volatile.Read(ref _state) is Ended or CalledOff || (Volatile.Read(ref _thread)?.ThreadState & ThreadState.WaitSleepJoin) == ThreadState.WaitSleepJoin;

    /// <summary>What the call has returned, or thrown.</summary>
    internal T TakeResult()
    {
        _error?.Throw();
        return _result!;
    }

    internal override void Start(OutsideWait wait)
    {
        _wait = wait;
        On(Run);
    }

    internal override bool TryWithdraw()
    {
        _gate.Enter();
        int before = _state;
        if (before == Running)
        {
            _state = CallingOff;
            if (Cancellation is null) _thread?.Interrupt();
        }

        _gate.Exit();
        if (before == Running) Cancellation?.Cancel();
        return before == CalledOff;
    }

    internal override string Describe() => Name;

    private void Run()
    {
        _gate.Enter();
        bool isCalledOff = _state == CallingOff;
        _thread = Thread.CurrentThread;
        _gate.Exit();
        if (!isCalledOff) isCalledOff = !TryCall();
        End(isCalledOff);
    }

    /// <returns>False if the call was called off.</returns>
    private bool TryCall()
    {
        try
        {
            if (Context is null) Call();
            else ExecutionContext.Run(Context, static self => ((StandInCall<TState, T>)self!).Call(), this);
        }
        catch (Exception error) when (IsOfCallingOff(error))
        {
            return false;
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }

        return true;
    }

    private void Call() => _result = call(state, Cancellation?.Token ?? CancellationToken.None);

    private bool IsOfCallingOff(Exception error) =>
        Volatile.Read(ref _state) == CallingOff
        && (Cancellation is null ? error is ThreadInterruptedException : error is OperationCanceledException cancelled && cancelled.CancellationToken == Cancellation.Token);

    private void End(bool isCalledOff)
    {
        _gate.EnterDespiteInterrupt();
        bool wasInterrupted = _state == CallingOff && Cancellation is null;
        _state = isCalledOff ? CalledOff : Ended;
        _thread = null;
        _gate.Exit();
        if (wasInterrupted) TakeInterrupt();
        _wait!.Rouse(isCalledOff ? WaitFrame.Notified : WaitFrame.Signalled);
    }

    /// <summary>An interrupt that came too late must not hit what the thread does next.</summary>
    private void TakeInterrupt()
    {
        try
        {
            lock (this) Monitor.Wait(this, 1);
        }
        catch (ThreadInterruptedException)
        {
            // That was it.
        }
    }
}

/// <summary>Makes calls on stand-ins.</summary>
internal static class StandInCall
{
    /// <summary>Waits for a call that an interrupt of its thread calls off.</summary>
    /// <returns>Whether the call has ended in time, and what it has returned.</returns>
    internal static async Coroutine<(bool HasEnded, T? Result)> RunAsync<TState, T>(
        string name, TState state, Func<TState, T> call, TimeSpan timeout, CancellationToken cancellationToken = default, bool isStubborn = false)
    {
        StandInCall<(TState State, Func<TState, T> Call), T> made = new((state, call), static (all, _) => all.Call(all.State)) { Name = name };
        return await OutsideWait.Begin(made, timeout, cancellationToken, isStubborn) ? (true, made.TakeResult()) : (false, default);
    }

    /// <summary>Waits for a call that takes a token.</summary>
    /// <inheritdoc cref="RunAsync"/>
    internal static async Coroutine<(bool HasEnded, T? Result)> RunCancellableAsync<TState, T>(
        string name, TState state, Func<TState, CancellationToken, T> call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource cancellation = new();
        StandInCall<TState, T> made = new(state, call) { Name = name, Cancellation = cancellation };
        return await OutsideWait.Begin(made, timeout, cancellationToken) ? (true, made.TakeResult()) : (false, default);
    }
}
