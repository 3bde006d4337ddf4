namespace CoGen;

// What few fibers have, and is settled when they end.

internal abstract partial class FiberCore
{
    internal SpawnRecord? SpawnRecord => _extras?.Spawn;

    /// <summary>Whether the fiber may keep its thread.</summary>
    internal bool IsStallIgnored => _extras?.IsStallIgnored == true;

    /// <summary>When the fiber has last stopped to run; null if nobody has noted that.</summary>
    internal long? SuspendedAt => _extras?.SuspendedAt;

    /// <summary>Whether the fiber, or its tree, may have local values.</summary>
    internal bool HasLocals => _extras is { LocalKey: not null } or { Tree: not null };

    /// <summary>The tree of spawns, if it has been asked for.</summary>
    internal object? KnownTree => _extras?.Tree;

    internal OwnThread? OwnThread => _extras?.OwnThread;

    /// <summary>The tree of spawns the fiber belongs to. One that was spawned before trees were kept is the root of a new one. Asked for in the fiber's own turn.</summary>
    internal object Tree => Extras.Tree ??= new object();

    /// <summary>What the fiber's local values are kept by; null if it has none. Asked for in the fiber's own turn.</summary>
    internal object? LocalKey => _extras?.LocalKey;

    /// <inheritdoc cref="LocalKey"/>
    internal object NeedLocalKey() => Extras.LocalKey ??= new object();

    /// <summary>The small number of life <paramref name="id"/>, taken at the first call; 0 if it is over. Called on any thread.</summary>
    internal int IdentOf(long id)
    {
        if (ExtrasOf(id) is not { } extras) return 0;
        lock (extras)
        {
            if (IsFinished) return 0;
            if (extras.Ident == 0) extras.Ident = Idents.Take();
            return extras.Ident;
        }
    }

    /// <summary>Has <paramref name="link"/> told of the end of life <paramref name="id"/>. Called on any thread.</summary>
    internal void AddLink(FiberLink link, long id)
    {
        if (ExtrasOf(id) is { } extras)
        {
            lock (extras)
            {
                if (!IsFinished)
                {
                    (extras.Links ??= []).Add(link);
                    extras.LinkCount++;
                    return;
                }
            }
        }

        new LinkRun(this, [link]).Next();
    }

    /// <summary>Takes a link back. Called on any thread.</summary>
    internal void RemoveLink(FiberLink link)
    {
        if (Volatile.Read(ref _extras) is not { } extras) return;
        lock (extras)
        {
            if (extras.Links?.Remove(link) == true) extras.LinkCount--;
        }
    }

    /// <summary>Takes all links back. Called on any thread.</summary>
    internal void RemoveLinks()
    {
        if (Volatile.Read(ref _extras) is not { } extras) return;
        lock (extras)
        {
            if (extras.Links is not { } links) return;
            foreach (FiberLink link in links) link.TryTake();
            links.Clear();
            extras.LinkCount = 0;
        }
    }

    internal bool HasLinks => Volatile.Read(ref _extras) is { } extras && Volatile.Read(ref extras.LinkCount) > 0;

    /// <summary>The fiber has ended: gives back and tells what there is.</summary>
    private void Leave(FiberExtras extras)
    {
        extras.LocalKey = null;
        if (extras.Activity is { } activity) FiberActivities.End(this, activity);
        List<FiberLink>? links;
        lock (extras)
        {
            if (extras.Ident != 0) Idents.Return(extras.Ident);
            extras.Ident = 0;
            links = extras.Links;
            extras.Links = null;
            extras.LinkCount = 0;
        }

        if (links is not null) new LinkRun(this, links).Next();
    }
}
