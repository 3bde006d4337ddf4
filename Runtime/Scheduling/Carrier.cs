using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>What a thread carries: the fiber that runs on it now, and the loop it pumps when it waits.</summary>
internal sealed class Carrier
{
    [ThreadStatic]
    private static Carrier? t_current;

    /// <summary>
    /// The fiber that runs on this thread now. Null while plain code runs; the loop's <see cref="LoopScheduler.Main"/>
    /// while plain code waits.
    /// </summary>
    internal FiberCore? Fiber;

    /// <summary>The ids of the fibers that are spawned on this thread.</summary>
    internal IdSource Ids;

    /// <summary>Captures this thread's execution context.</summary>
    internal readonly ContextCapture Context = new();

    /// <summary>The loop that this thread's plain code pumps, created when it first spawns or waits.</summary>
    internal LoopScheduler? Loop;

    /// <summary>The frames of the fibers of pools, for as long as their turns run on this thread.</summary>
    internal FramePools Pools => field ??= new FramePools();

    /// <summary>What runs next in the turn of a pool's fiber, before the rest of its mail.</summary>
    internal Frame? RunsNext;

    /// <summary>Counts the fibers of pools that this thread has woken.</summary>
    internal uint Wakes;

    internal static Carrier Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Create();
    }

    /// <summary>Whose scheduler a spawn from here goes to: the running fiber's, else that of this thread's own loop.</summary>
    internal FiberCore Spawner => Fiber ?? OwnLoop.Main;

    /// <summary>What spawns to <paramref name="scheduler"/> as one of its own; null if this thread may not touch its fibers.</summary>
    internal FiberCore? SpawnerTo(Scheduler scheduler) => (Fiber ?? Loop?.Main) is { } spawner && spawner.Scheduler == scheduler ? spawner : null;

    internal LoopScheduler OwnLoop => Loop ??= new LoopScheduler(TimeProvider.System, this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Carrier Create()
    {
        SpawnHooks.ReadSwitches();
        return t_current = new Carrier();
    }
}
