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

    /// <summary>The thread. That of a loop may be another one for a while: see <see cref="BlockingRegion"/>.</summary>
    internal Thread Thread { get; private set; } = Thread.CurrentThread;

    /// <summary>The fiber that has called the plain code which runs on this thread, by <see cref="Co.Blocking(Action)"/>; null outside of that.</summary>
    internal FiberCore? Host;

    /// <summary>What the operating system calls the thread; 0 if that is not known.</summary>
    internal ulong NativeThread { get; private set; } = StackSampler.CurrentThread;

    /// <summary>The turn that the thread is in, while somebody watches.</summary>
    internal TurnNote Turn;

    /// <summary>The ids of the fibers that are spawned on this thread.</summary>
    internal IdSource Ids;

    /// <summary>Captures this thread's execution context.</summary>
    internal ContextCapture Context { get; private set; } = new();

    /// <summary>The loop that this thread's plain code pumps, created when it first spawns or waits.</summary>
    internal LoopScheduler? Loop;

    /// <summary>The frames of the fibers of pools, for as long as their turns run on this thread.</summary>
    internal FramePools Pools => field ??= new FramePools();

    /// <summary>What runs next in the turn of a pool's fiber, before the rest of its mail.</summary>
    internal Frame? RunsNext;

    /// <summary>Counts the turns of fibers of pools on this thread.</summary>
    internal long Turns;

    /// <summary>Counts the fibers of pools that this thread has woken.</summary>
    internal uint Wakes;

    ~Carrier() => SchedulerList.Retire(Turns);

    internal static Carrier Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Create();
    }

    /// <summary>Whose scheduler a spawn from here goes to: the running fiber's, else that of this thread's own loop.</summary>
    internal FiberCore Spawner => Fiber ?? OwnLoop.Main;

    /// <summary>The fiber that the code on this thread belongs to; the one that stands for plain code, if it is that.</summary>
    internal FiberCore Self => Fiber ?? Host ?? OwnLoop.Main;

    /// <summary>The scheduler that the code on this thread spawns to though it runs, or waits, aside of it, in <see cref="Co.Blocking(Action)"/>; else null.</summary>
    internal Scheduler? Aside => Host is { } host && Fiber is null or MainFiber ? host.Scheduler : null;

    /// <summary>What spawns to <paramref name="scheduler"/> as one of its own; null if this thread may not touch its fibers.</summary>
    internal FiberCore? SpawnerTo(Scheduler scheduler) => (Fiber ?? Loop?.Main) is { } spawner && spawner.Scheduler == scheduler ? spawner : null;

    internal LoopScheduler OwnLoop => Loop ??= new LoopScheduler(TimeProvider.System, this);

    /// <summary>Makes <paramref name="carrier"/> what the calling thread carries.</summary>
    /// <returns>What it has carried before; null for nothing.</returns>
    internal static Carrier? Wear(Carrier? carrier)
    {
        Carrier? before = t_current;
        t_current = carrier;
        return before;
    }

    /// <summary>Makes this the calling thread's.</summary>
    internal void Move()
    {
        if (Thread == Thread.CurrentThread) return;
        Thread = Thread.CurrentThread;
        NativeThread = StackSampler.CurrentThread;
        Context = new ContextCapture();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Carrier Create()
    {
        SpawnHooks.ReadSwitches();
        Carrier carrier = new();
        SchedulerList.Add(carrier);
        return t_current = carrier;
    }
}
