namespace CoGen;

// What becomes of a node, always under its primitive's gate:
//
//     in line  --served-->    out, its wait is roused as Signalled: it has what it came for
//     in line  --notified-->  out, its wait is roused as Notified: in its own turn it tries, and goes back to its old place
//                             if somebody else was quicker
//     in line  --withdrawn--> out: its wait ends by a timeout, a kill or a cancellation

/// <summary>A place in a <see cref="WaitLine"/>.</summary>
internal abstract class LineNode
{
    internal LineNode? Before;

    /// <summary>The next in line; while out of line, the next in a <see cref="RouseList"/>.</summary>
    internal LineNode? After;

    /// <summary>Its place for ever: who came first has the smaller ticket.</summary>
    internal long Ticket;

    internal bool IsInLine;

    /// <summary>Whether it was told to try, and has not tried yet.</summary>
    internal bool IsNotified;

    /// <summary>Whether somebody was quicker when it tried. Once is enough: the next time it is to be served.</summary>
    internal bool TriedInVain;

    /// <summary>The wait that stands here.</summary>
    internal WaitFrame Wait = null!;

    /// <summary>Tries, after a notification, to take what it waits for. Called in the wait's own turn.</summary>
    internal virtual bool TryServe() => false;

    /// <summary>Leaves the line. Called in the wait's own turn.</summary>
    /// <returns>False if the wait has been, or is just being, roused: it must see what for.</returns>
    internal abstract bool TryWithdraw();

    /// <summary>Takes the right to serve this node. A wait that stands in several lines grants it once.</summary>
    internal virtual bool TryClaim() => true;

    /// <summary>Whether that right was taken in another line, so that this place is of no use any more.</summary>
    internal virtual bool IsClaimed => false;

    /// <summary>The fiber, or the carrier of the plain code, that alone can end this wait; null if it may be anybody. A guess unless all stands still.</summary>
    internal virtual object? WaitsFor => null;

    /// <inheritdoc cref="WaitFrame.HeldLock"/>
    internal virtual object? HeldLock => null;

    /// <summary>Tells whoever stands here that it was served, or is to try. Called outside all gates, on any thread.</summary>
    internal virtual void Rouse(int reason) => Wait.Rouse(reason);

    /// <summary>What is waited for, in words.</summary>
    internal abstract string Describe();

    /// <summary>Lets go of everything that belongs to one wait only.</summary>
    internal abstract void Clear();
}
