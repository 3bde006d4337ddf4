namespace CoGen;

/// <summary>What few fibers have. Kept apart so that those without it stay small: a thousand of them are to fit the cache.</summary>
internal sealed class FiberExtras
{
    internal string? Name;

    /// <summary>The greenlet of this fiber that is in control.</summary>
    internal Greenlet? Greenlet;

    /// <summary>Whether somebody surely takes the error, so that it need not be reported.</summary>
    internal bool IsObserved;

    /// <summary>What the fiber failed with.</summary>
    internal Exception? Error;

    /// <summary>A kill that was not delivered yet.</summary>
    internal Exception? PendingKill;

    /// <summary>The kill that ended the fiber.</summary>
    internal Exception? KilledBy;

    /// <summary>The source of the fiber's token.</summary>
    internal CancellationTokenSource? Tokens;

    /// <summary>The token that a kill has cancelled.</summary>
    internal CancellationToken KillToken;

    /// <summary>The end of the fiber, for whoever waits for it from outside its loop, or among other things.</summary>
    internal FiberEnd? End;

    /// <summary>The schedulers that the fiber was moved from: they expect that it comes back, or ends.</summary>
    private List<Scheduler>? _expectedAt;

    /// <summary>The fiber leaves a scheduler, whose other fibers may wait for it. Called in a turn of that.</summary>
    internal void ExpectBackAt(Scheduler left)
    {
        (_expectedAt ??= []).Add(left);
        left.ExpectPost();
    }

    /// <summary>The fiber goes to a scheduler.</summary>
    /// <returns>Whether it was expected there.</returns>
    internal bool ComesBackTo(Scheduler target) => _expectedAt?.Remove(target) == true;

    /// <summary>The fiber has ended.</summary>
    internal void MeetExpectations()
    {
        if (_expectedAt is null) return;
        foreach (Scheduler scheduler in _expectedAt) scheduler.MeetExpectation();
        _expectedAt = null;
    }
}
