using System.Collections.Immutable;
using System.Diagnostics;

namespace CoGen;

/// <summary>What is to be done at each spawn: nothing, as a rule, and then it costs one test.</summary>
internal static class SpawnHooks
{
    /// <summary>How many frames of a spawner's stack are kept.</summary>
    private const int StackLimit = 10;

    private static readonly string? s_own = typeof(SpawnHooks).Assembly.GetName().Name;

    private static ImmutableArray<Action<Fiber>> s_callbacks = [];
    private static bool s_tracksSpawners;

    /// <summary>How many <see cref="FiberTreeLocal{T}"/>s are in use.</summary>
    private static int s_treeLocals;
    private static bool s_hasReadSwitches;

    /// <summary>Notes since when fibers wait, while fibers remember who spawned them.</summary>
    private static SinceWhen? s_sinceWhen;

    internal static bool TracksSpawners
    {
        get => s_tracksSpawners;
        set
        {
            s_tracksSpawners = value;
            SinceWhen? now = value ? new SinceWhen() : null;
            if (Interlocked.Exchange(ref s_sinceWhen, now) is { } before) Observation.Remove(before);
            if (now is not null) Observation.Add(now);
            Update();
        }
    }

    /// <summary>Called before the first spawn of each thread.</summary>
    internal static void ReadSwitches()
    {
        if (Volatile.Read(ref s_hasReadSwitches) || Interlocked.Exchange(ref s_hasReadSwitches, true)) return;
        if (AppContext.TryGetSwitch("CoGen.TrackFibers", out bool tracks) && tracks) TracksSpawners = true;
        if (AppContext.TryGetSwitch("CoGen.StallWatchdog", out bool watches) && watches) StallWatchdog.IsEnabled = true;
        CoGenMetrics.Publish();
        _ = CoGenEventSource.Log;
    }

    /// <summary>Trees of spawns are kept track of while there are <see cref="FiberTreeLocal{T}"/>s.</summary>
    internal static void AddTreeLocals(int count)
    {
        Interlocked.Add(ref s_treeLocals, count);
        Update();
    }

    internal static void Add(Action<Fiber> callback)
    {
        ImmutableInterlocked.Update(ref s_callbacks, static (all, one) => all.Contains(one) ? all : all.Add(one), callback);
        Update();
    }

    internal static void Remove(Action<Fiber> callback)
    {
        ImmutableInterlocked.Update(ref s_callbacks, static (all, one) => all.Remove(one), callback);
        Update();
    }

    /// <summary>Called before the fiber is given to its scheduler: another thread may run it from then on.</summary>
    internal static void OnSpawn(FiberCore fiber)
    {
        OnCreate(fiber);
        OnStart(fiber);
    }

    internal static void OnCreate(FiberCore fiber)
    {
        FiberCore spawner = FiberCore.Self;
        if (s_treeLocals > 0) fiber.Extras.Tree = spawner is MainFiber ? new object() : spawner.Tree;
        if (Observation.HasObservers) Observation.Spawned(fiber, spawner);
        if (s_tracksSpawners) fiber.Extras.Spawn = new SpawnRecord(spawner is MainFiber ? null : new WeakReference<FiberCore>(spawner), spawner.Id, Stack());
    }

    internal static void OnStart(FiberCore fiber)
    {
        if (FiberActivities.HasListeners) FiberActivities.Begin(fiber);
        foreach (Action<Fiber> callback in s_callbacks)
        {
            try
            {
                callback(fiber.Handle);
            }
            catch (Exception error)
            {
                fiber.Scheduler.Report(fiber.Handle, new InvalidOperationException($"A callback of Co.Spawned has failed at the start of fiber '{fiber.Name}'.", error));
            }
        }
    }

    internal static void Update() => Watched.HasSpawnHooks = s_tracksSpawners || s_treeLocals > 0 || s_callbacks.Length > 0 || Observation.HasObservers;

    /// <summary>Where the spawn was called, without CoGen's own frames.</summary>
    private static StackTrace Stack() => new(
        new StackTrace(fNeedFileInfo: true).GetFrames()
            .Where(static frame => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.Split(',')[0] != s_own)
            .Take(StackLimit));
}

/// <summary>Where a fiber comes from.</summary>
/// <param name="Spawner">The fiber that spawned it; null for plain code. Weak: what a tree of spawns has left behind is not kept.</param>
/// <param name="SpawnerId">Its id.</param>
/// <param name="Stack">Where it called.</param>
internal sealed record SpawnRecord(WeakReference<FiberCore>? Spawner, long SpawnerId, StackTrace Stack)
{
    /// <summary>The fiber that spawned it, if that is remembered.</summary>
    internal Fiber? SpawnerOf() => Spawner is not null && Spawner.TryGetTarget(out FiberCore? spawner) ? new Fiber(spawner, SpawnerId) : null;
}
