namespace CoGen;

// What few fibers have, and is settled when they end.

internal abstract partial class FiberCore
{
    internal SpawnRecord? SpawnRecord => _extras?.Spawn;

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

    /// <summary>Has <paramref name="link"/> told of the end. On the scheduler's thread.</summary>
    internal void AddLink(FiberLink link)
    {
        if (IsFinished || link.Fiber.LiveCore != this)
        {
            link.Send(this);
            return;
        }

        (Extras.Links ??= []).Add(link);
        Extras.LinkCount++;
    }

    /// <summary>Takes a link back. On the scheduler's thread.</summary>
    internal void RemoveLink(FiberLink link)
    {
        if (_extras is { Links: { } links } extras && links.Remove(link)) extras.LinkCount--;
    }

    /// <summary>Takes all links back. On the scheduler's thread.</summary>
    internal void RemoveLinks()
    {
        if (_extras is not { Links: { } links } extras) return;
        foreach (FiberLink link in links) link.TryTake();
        links.Clear();
        extras.LinkCount = 0;
    }

    internal bool HasLinks => Volatile.Read(ref _extras) is { } extras && Volatile.Read(ref extras.LinkCount) > 0;

    /// <summary>The fiber has ended: gives back and tells what there is.</summary>
    private void Leave(FiberExtras extras)
    {
        extras.LocalKey = null;
        lock (extras)
        {
            if (extras.Ident != 0) Idents.Return(extras.Ident);
            extras.Ident = 0;
        }

        if (extras.Links is not { } links) return;
        extras.Links = null;
        extras.LinkCount = 0;
        foreach (FiberLink link in links) link.Send(this);
    }
}
