using System.Collections.Immutable;

namespace CoGen;

/// <summary>What few fibers have. Kept apart so that those without it stay small: a thousand of them are to fit the cache.</summary>
internal sealed class FiberExtras
{
    internal string? Name;

    /// <summary>The greenlets of this fiber, once it was asked for one.</summary>
    internal GreenletTree? Greenlets;

    /// <summary>Whether nobody waits for what the fiber does.</summary>
    internal bool IsInBackground;

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

    /// <summary>Those who joined from outside the fiber's scheduler, on any thread.</summary>
    internal ImmutableList<TaskCompletionSource>? Outsiders;
}
