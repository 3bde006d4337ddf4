namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Called at each start of a fiber – spawned, spawned for later, or started – where the start was asked for; gevent's
    /// <c>add_spawn_callback</c>. Meant for tracing: without a handler it costs nothing.
    /// </summary>
    /// <remarks>
    /// Handlers are called in no particular order, each once even if added twice, on whatever thread spawns. They must not wait. One that
    /// fails is reported by <see cref="Scheduler.FiberFailed"/>, and harms nobody.
    /// </remarks>
    public static event Action<Fiber> Spawned
    {
        add => SpawnHooks.Add(value);
        remove => SpawnHooks.Remove(value);
    }
}
