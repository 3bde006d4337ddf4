using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>Ready once a fiber of a group has failed, or the group is empty.</summary>
internal sealed class FailureWatch(FiberGroup fibers) : Waitable
{
    private Exception? _failure;
    private bool _hasEnded;

    public override bool IsReady => Volatile.Read(ref _hasEnded);

    private protected override bool IsReadyNow => _hasEnded;

    /// <summary>Ends the wait. The first call counts.</summary>
    internal void End(Exception? failure)
    {
        RouseList watchers = default;
        Gate.Enter();
        if (!_hasEnded)
        {
            _failure = failure;
            _hasEnded = true;
            ServeWatchers(ref watchers);
        }

        Gate.Exit();
        watchers.Rouse(WaitFrame.Signalled);
    }

    internal Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => WatchAsync(timeout, cancellationToken);

    internal void ThrowFailure()
    {
        if (Volatile.Read(ref _hasEnded) && _failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    public override string ToString() => $"the end of all in {fibers}";
}
