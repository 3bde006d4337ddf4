using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>What a <see cref="Promise"/> and a <see cref="Promise{T}"/> have in common: an outcome that is set once, and waited for by many.</summary>
public abstract class PromiseBase : Waitable
{
    private const int Unset = 0;
    private const int Succeeded = 1;
    private const int Failed = 2;

    private int _state;
    private ExceptionDispatchInfo? _error;

    /// <summary>Ends when this is set, for tasks; made when first asked for.</summary>
    private TaskCompletionSource? _settled;

    private protected PromiseBase()
    {
    }

    /// <summary>Whether the outcome is set, be it a result or an error.</summary>
    public sealed override bool IsReady => Volatile.Read(ref _state) != Unset;

    /// <summary>Whether a result is set.</summary>
    public bool IsSucceeded => Volatile.Read(ref _state) == Succeeded;

    /// <summary>The error that was set; null if none was.</summary>
    public Exception? Exception => Volatile.Read(ref _state) == Failed ? _error!.SourceException : null;

    private protected sealed override bool IsReadyNow => _state != Unset;

    /// <summary>Sets an error as the outcome, and wakes all who wait: each gets this instance thrown, with the stack trace it has now. Does not wait.</summary>
    /// <param name="exception">The error.</param>
    /// <exception cref="InvalidOperationException">The outcome was set before.</exception>
    public void SetException(Exception exception) => MustBeFirst(TrySetException(exception));

    /// <summary>Sets an error as the outcome, unless there is an outcome.</summary>
    /// <returns>Whether it was the first.</returns>
    /// <inheritdoc cref="SetException" path="/param"/>
    public bool TrySetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ExceptionDispatchInfo error = ExceptionDispatchInfo.Capture(exception);
        Gate.Enter();
        bool isFirst = _state == Unset;
        if (isFirst) _error = error;
        return Settle(isFirst, Failed);
    }

    /// <summary>Waits until the outcome is set, and throws nothing of it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Wait(CancellationToken cancellationToken = default) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits until the outcome is set, but no longer than <paramref name="timeout"/>, and throws nothing of it.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the outcome is set.</returns>
    /// <inheritdoc cref="Wait(CancellationToken)" path="/exception"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Promise.Wait");
        return turn.Wait(WaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Wait(CancellationToken)"/>
    public Coroutine WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Wait(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => WatchAsync(timeout, cancellationToken);

    /// <summary>What <paramref name="ended"/> ended with, if not a success.</summary>
    private protected static Exception? ErrorOf(Fiber ended) =>
        ended.IsFinished ? ended.LiveCore?.OutcomeError : throw new InvalidOperationException($"Fiber '{ended.Name}' has not ended.");

    /// <summary>Under the gate: whether a result may be stored, to be followed by <see cref="EndSetResult"/>.</summary>
    private protected bool BeginSetResult()
    {
        Gate.Enter();
        return _state == Unset;
    }

    private protected bool EndSetResult(bool isFirst) => Settle(isFirst, Succeeded);

    private protected void MustBeFirst(bool isFirst)
    {
        if (!isFirst) throw new InvalidOperationException($"{this} was set before. It is set once; TrySetResult and TrySetException say whether they were the first.");
    }

    /// <summary>Throws the error, if that is the outcome.</summary>
    [StackTraceHidden]
    private protected void ThrowError()
    {
        if (_state == Failed) _error!.Throw();
    }

    private protected TimeoutException TimedOut() => new($"{this} was not set in time.");

    /// <summary>Gets a task that ends when the outcome is set.</summary>
    private protected Task WhenSettled()
    {
        if (IsReady) return Task.CompletedTask;

        TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Gate.Enter();
        bool isReady = IsReadyNow;
        if (!isReady) settled = _settled ??= settled;
        Gate.Exit();
        return isReady ? Task.CompletedTask : settled.Task;
    }

    /// <summary>Leaves the gate, with the outcome set if this is the first.</summary>
    private bool Settle(bool isFirst, int state)
    {
        RouseList watchers = default;
        if (isFirst)
        {
            Volatile.Write(ref _state, state);
            ServeWatchers(ref watchers);
        }

        Gate.Exit();
        if (!isFirst) return false;
        watchers.Rouse(WaitFrame.Signalled);
        _settled?.TrySetResult();
        return true;
    }
}
