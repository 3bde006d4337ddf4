using System.Diagnostics;

namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>
    /// The fiber that spawned this one, as long as it is remembered; null if plain code did, or if <see cref="FiberTracking"/>
    /// was off.
    /// </summary>
    public Fiber? Spawner => LiveCore?.SpawnRecord?.SpawnerOf();

    /// <summary>
    /// Where this fiber was spawned: the innermost ten frames of the stack of that moment, without CoGen's own; null if
    /// <see cref="FiberTracking"/> was off.
    /// </summary>
    public StackTrace? SpawnStack => LiveCore?.SpawnRecord?.Stack;

    /// <summary>
    /// A small number that no other living fiber has which was asked for one: the smallest that was free at the first call.
    /// 0 for a fiber that has ended, whose number another may have by now. gevent's <c>minimal_ident</c>.
    /// </summary>
    public int Ident => LiveCore?.IdentOf(_id) ?? 0;
}
