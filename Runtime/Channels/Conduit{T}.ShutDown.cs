using System.Runtime.ExceptionServices;

namespace CoGen;

public abstract partial class Conduit<T>
{
    private Exception? _error;
    private TaskCompletionSource? _completion;

    /// <summary>Whether <see cref="ShutDown"/> was called: nothing can be put any more.</summary>
    public bool IsShutDown => Volatile.Read(ref IsShut);

    /// <summary>Whether it was shut down and nothing is left to take.</summary>
    public bool IsCompleted
    {
        get
        {
            Gate.Enter();
            bool isOver = IsOverNow;
            Gate.Exit();
            return isOver;
        }
    }

    internal bool IsShut;

    private protected bool IsOverNow => IsShut && Count == 0;

    /// <summary>
    /// Says that nothing more will be put: whoever puts, or waits to, gets a <see cref="QueueShutDownException"/>. What was put can still
    /// be taken; then those who take get the exception too, and sequences of items end. May be called again. Does not wait.
    /// </summary>
    /// <param name="immediate">Whether to throw away what was put and not taken. It counts as done.</param>
    /// <param name="error">Why, if something went wrong: those who take get it after the last item. Only the first call's counts.</param>
    public void ShutDown(bool immediate = false, Exception? error = null) => TryShutDown(immediate, error);

    /// <returns>Whether this was the first call.</returns>
    internal bool TryShutDown(bool immediate, Exception? error)
    {
        WakeList wakes = default;
        Gate.Enter();
        bool isFirst = !IsShut;
        try
        {
            if (isFirst)
            {
                _error = error;
                Volatile.Write(ref IsShut, true);
            }

            if (immediate) DropNow(ref wakes);
        }
        finally
        {
            Notify(ref wakes);
            CompleteIfOver();
            Gate.Exit();
            wakes.Rouse();
        }

        return isFirst;
    }

    /// <summary>A task that ends when it is shut down and nothing is left to take; with the error it was shut down with.</summary>
    internal Task Completion
    {
        get
        {
            Gate.Enter();
            _completion ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            CompleteIfOver();
            Gate.Exit();
            return _completion.Task;
        }
    }

    /// <summary>Throws away all items. Called under the gate.</summary>
    private protected abstract void DropNow(ref WakeList wakes);

    /// <summary>Ends the task of those who wait for the end. Called under the gate; nothing runs inside.</summary>
    private protected void CompleteIfOver()
    {
        if (_completion is null || !IsOverNow) return;
        if (_error is null) _completion.TrySetResult();
        else _completion.TrySetException(_error);
    }

    internal QueueShutDownException ShutDownError() => new(_error is null ? $"{this} was shut down." : $"{this} was shut down: {_error.Message}", _error);

    /// <summary>What one sees who takes item after item, past the last.</summary>
    private (bool, T?) AtEnd()
    {
        ThrowIfFailed();
        return default;
    }

    /// <summary>Throws what it was shut down with.</summary>
    internal void ThrowIfFailed()
    {
        if (_error is not null) ExceptionDispatchInfo.Throw(_error);
    }
}
