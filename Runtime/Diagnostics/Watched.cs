namespace CoGen;

/// <summary>
/// Whether anybody is to be told: all that watching costs while nobody watches. Compiled with <c>UNWATCHED</c> the answer is always no, which the
/// benchmarks compare with. The class has nothing to initialize, so that a question is one test.
/// </summary>
internal static class Watched
{
    /// <summary>Whether somebody is told of turns, see <see cref="Observation"/>.</summary>
    internal static volatile bool HasTurnHooks;

    /// <summary>Whether something is done at each spawn, see <see cref="SpawnHooks"/>.</summary>
    internal static volatile bool HasSpawnHooks;

#if UNWATCHED
    internal static bool Turns => false;
    internal static bool Spawns => false;
    internal static bool Timers => false;
#else
    /// <summary>Asked for each turn of a fiber.</summary>
    internal static bool Turns => HasTurnHooks;

    /// <summary>Asked for each spawn.</summary>
    internal static bool Spawns => HasSpawnHooks || FiberActivities.HasListeners;

    /// <summary>Asked for each pass of a loop that has timers: whether somebody wants to know how late they fire.</summary>
    internal static bool Timers => CoGenMetrics.MeasuresLag;
#endif
}
