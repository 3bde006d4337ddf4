namespace CoGen;

// A kill is thrown once, at the wait that the fiber is at; if it is at none that can be interrupted, at its next one.
// I/O that was given the fiber's token ends by itself with an OperationCanceledException.

internal abstract partial class FiberCore
{
    /// <summary>How many kills are not delivered yet, in the whole process: zero nearly always, and cheaper to read than the current fiber.</summary>
    internal static volatile int KillsPending;

    private Exception? _pendingKill;
    private Exception? _killedBy;
    private CancellationTokenSource? _tokens;
    private CancellationToken _killToken;

    /// <summary>The token that a kill cancels. After a kill was delivered, a new one: clean-up may wait.</summary>
    internal CancellationToken Token
    {
        get
        {
            if (_tokens is null || (_tokens.IsCancellationRequested && _pendingKill is null))
            {
                _tokens = new CancellationTokenSource();
                if (_pendingKill is not null) _tokens.Cancel();
            }

            return _tokens.Token;
        }
    }

    internal void Kill(Exception error)
    {
        if (IsFinished || _pendingKill is not null) return;

        _pendingKill = error;
        Interlocked.Increment(ref KillsPending);
        if (_tokens is not null)
        {
            _killToken = _tokens.Token;
            _tokens.Cancel();
        }

        if (Leaf?.TryInterrupt(error) == true && _phase != Phase.Created) TakePendingKill();
    }

    internal void ThrowIfKilled()
    {
        if (_pendingKill is null) return;
        throw TakePendingKill();
    }

    private Exception TakePendingKill()
    {
        Exception error = _pendingKill!;
        _pendingKill = null;
        Interlocked.Decrement(ref KillsPending);
        return error;
    }

    private void ForgetKill()
    {
        if (_pendingKill is not null) TakePendingKill();
        _tokens = null;
    }

    private bool EndsKilled(Exception error) =>
        error is FiberKilledException
        || (error is OperationCanceledException cancelled && cancelled.CancellationToken == _killToken && _killToken.CanBeCanceled);
}
