namespace CoGen;

// A kill is thrown once, at the wait that the fiber is at; if it is at none that can be interrupted, at its next one.
// I/O that was given the fiber's token ends by itself with an OperationCanceledException.

internal abstract partial class FiberCore
{
    /// <summary>How many kills are not delivered yet, in the whole process: zero nearly always, and cheaper to read than the current fiber.</summary>
    internal static volatile int KillsPending;

    /// <summary>The token that a kill cancels. After a kill was delivered, a new one: clean-up may wait.</summary>
    internal CancellationToken Token
    {
        get
        {
            FiberExtras extras = Extras;
            if (extras.Tokens is null || (extras.Tokens.IsCancellationRequested && extras.PendingKill is null))
            {
                extras.Tokens = new CancellationTokenSource();
                if (extras.PendingKill is not null) extras.Tokens.Cancel();
            }

            return extras.Tokens.Token;
        }
    }

    internal void Kill(Exception error)
    {
        FiberExtras extras = Extras;
        if (IsFinished || extras.PendingKill is not null) return;

        extras.PendingKill = error;
        Interlocked.Increment(ref KillsPending);
        try
        {
            if (extras.Tokens is { } tokens)
            {
                extras.KillToken = tokens.Token;
                tokens.Cancel();
            }
        }
        finally
        {
            // Also when a callback of the token throws.
            if (Leaf?.TryInterrupt(error) == true && _phase != Phase.Created) TakePendingKill();
        }
    }

    /// <summary>A kill that was not delivered yet.</summary>
    internal Exception? PendingKill => _extras?.PendingKill;

    internal void ThrowIfKilled()
    {
        if (_extras?.PendingKill is not null) throw TakePendingKill();
    }

    internal Exception TakePendingKill()
    {
        FiberExtras extras = Extras;
        Exception error = extras.PendingKill!;
        extras.PendingKill = null;
        Interlocked.Decrement(ref KillsPending);
        return error;
    }

    private bool EndsKilled(Exception error) =>
        error is FiberKilledException
        || (error is OperationCanceledException cancelled && cancelled.CancellationToken.CanBeCanceled && cancelled.CancellationToken == _extras?.KillToken);
}
