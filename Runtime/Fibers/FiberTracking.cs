namespace CoGen;

/// <summary>
/// Whether fibers remember who spawned them, and where: for dumps and debugging. Off by default, as it costs each spawn a
/// stack walk; gevent's <c>GEVENT_TRACK_GREENLET_TREE</c>.
/// </summary>
/// <remarks>The AppContext switch <c>CoGen.TrackFibers</c>, set in the project or in runtimeconfig.json, turns it on from the start.</remarks>
public static class FiberTracking
{
    /// <summary>Whether fibers that are spawned from now on know their <see cref="Fiber.Spawner"/> and <see cref="Fiber.SpawnStack"/>. May be set on any thread.</summary>
    public static bool IsEnabled
    {
        get => SpawnHooks.TracksSpawners;
        set => SpawnHooks.TracksSpawners = value;
    }
}
