using System.Diagnostics;

namespace CoGen;

/// <summary>What few fibers have. Kept apart so that those without it stay small: a thousand of them are to fit the cache.</summary>
internal sealed class FiberExtras
{
    private KillScope? _root;

    internal string? Name;

    /// <summary>The greenlets of this fiber, once it was asked for one.</summary>
    internal GreenletTree? Greenlets;

    /// <summary>Whether nobody waits for what the fiber does.</summary>
    internal bool IsInBackground;

    /// <summary>Whether somebody surely takes the error, so that it need not be reported.</summary>
    internal bool IsObserved;

    /// <summary>What the fiber failed with.</summary>
    internal Exception? Error;

    /// <summary>The kill that ended the fiber.</summary>
    internal Exception? KilledBy;

    /// <summary>The scopes that the code in control has opened; null if it has opened none.</summary>
    internal ScopeChain? Scopes;

    /// <summary>Those who are told when the fiber ends, last come first.</summary>
    internal EndListener? Listeners;

    /// <summary>What is to be told of the end, in the order in which it was asked for. Guarded by a lock on this object.</summary>
    internal List<FiberLink>? Links;

    /// <summary>How many of the links are waiting, for other threads to see.</summary>
    internal int LinkCount;

    /// <summary>The number that <see cref="Idents"/> has lent to the fiber; 0 if none. Guarded by a lock on this object.</summary>
    internal int Ident;

    /// <summary>What the values of <see cref="FiberLocal{T}"/>s are kept by, for as long as the fiber lives.</summary>
    internal object? LocalKey;

    /// <summary>Where the fiber comes from; kept when somebody wants to know.</summary>
    internal SpawnRecord? Spawn;

    /// <summary>The span of the fiber, if somebody listens.</summary>
    internal Activity? Activity;

    /// <summary>Whether the fiber may keep its thread.</summary>
    internal bool IsStallIgnored;

    /// <summary>When the fiber has last stopped to run, by its scheduler's clock; null if nobody has noted that.</summary>
    internal long? SuspendedAt;

    /// <summary>The tree of spawns the fiber belongs to: what the values of <see cref="FiberTreeLocal{T}"/>s are kept by.</summary>
    internal object? Tree;

    /// <summary>The end of the fiber, for whoever waits for it from outside its loop, or among other things.</summary>
    internal FiberEnd? End;

    /// <summary>Where a pool's fiber runs while it holds locks of threads; else null. Set in its turns, read by whoever queues it.</summary>
    internal OwnThread? OwnThread;

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

    /// <summary>The outermost scope; null until something needs it.</summary>
    internal KillScope? Root => Volatile.Read(ref _root);

    /// <summary>The innermost scope; null if there is none at all.</summary>
    internal InterruptScope? Innermost => Scopes?.Innermost ?? Root;

    /// <summary>The outermost scope, made when first asked for, on any thread.</summary>
    internal KillScope RootOf(FiberCore fiber) => Root ?? Interlocked.CompareExchange(ref _root, new KillScope(fiber), null) ?? _root;
}
