namespace CoGen;

/// <summary>A call that waits for a thread of a <see cref="CoThreadPool"/>. Its links and states are guarded by the pool's gate.</summary>
internal abstract class ThreadJob
{
    internal ThreadJob? Before;
    internal ThreadJob? After;

    internal bool IsQueued;

    /// <summary>Ends the wait of a spawner that came when too many were waiting already; null if it need not wait.</summary>
    internal TaskCompletionSource? Admission;

    /// <summary>Whether that wait goes on.</summary>
    internal bool HasWaitingSpawner;

    /// <summary>The ambient state of whoever asked for the call.</summary>
    internal ExecutionContext? Context;

    internal CancellationTokenRegistration Registration;

    /// <summary>Whether the result is there, or nobody waits for it any more.</summary>
    internal abstract bool IsOver { get; }

    /// <summary>Makes the call, on a thread of the pool.</summary>
    internal abstract void Run();

    /// <summary>Ends the waits for the result.</summary>
    internal abstract void Cancel(CancellationToken cancellationToken);

    /// <summary>Lets go of the call, which is not made.</summary>
    internal abstract void Drop();
}

/// <inheritdoc cref="ThreadJob"/>
internal sealed class ThreadJob<TCall, T>(TCall call) : ThreadJob
    where TCall : struct, IThreadCall<T>
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TCall _call = call;

    internal Task<T> Task => _source.Task;

    internal override bool IsOver => _source.Task.IsCompleted;

    internal override void Run()
    {
        TCall call = _call;
        _call = default;
        try
        {
            _source.TrySetResult(call.Invoke());
        }
        catch (Exception error)
        {
            _source.TrySetException(error);
        }
    }

    internal override void Cancel(CancellationToken cancellationToken) => _source.TrySetCanceled(cancellationToken);

    internal override void Drop() => _call = default;
}
