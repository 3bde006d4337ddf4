namespace CoGen.Patches;

/// <summary>What the members of <see cref="Lock"/> become in a coroutine: of all fibers of a thread one holds the lock, also across waits.</summary>
/// <inheritdoc cref="CoMonitor" path="/remarks"/>
public static class LockPatches
{
    /// <inheritdoc cref="Lock.Enter"/>
    /// <param name="obj">The lock.</param>
    public static Coroutine EnterAsync(Lock obj) => TryAsync(obj, Timeout.InfiniteTimeSpan).WithoutResult();

    /// <inheritdoc cref="Lock.EnterScope"/>
    /// <param name="obj">The lock.</param>
    /// <returns>What leaves the lock when it is disposed of, once. Unlike the original's scope it may live across waits.</returns>
    public static Coroutine<CoMonitor.Hold> EnterScopeAsync(Lock obj) => CoMonitor.EnterAsync(obj);

    /// <inheritdoc cref="Lock.TryEnter()"/>
    /// <param name="obj">The lock.</param>
    /// <inheritdoc cref="MonitorPatches.TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine<bool> TryEnterAsync(Lock obj) => TryAsync(obj, TimeSpan.Zero);

    /// <inheritdoc cref="Lock.TryEnter(int)"/>
    /// <param name="obj">The lock.</param>
    /// <inheritdoc cref="MonitorPatches.TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine<bool> TryEnterAsync(Lock obj, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? TryAsync(obj, Limits.Of(millisecondsTimeout)) : new Coroutine<bool>(obj.TryEnter(millisecondsTimeout));

    /// <inheritdoc cref="Lock.TryEnter(TimeSpan)"/>
    /// <param name="obj">The lock.</param>
    /// <inheritdoc cref="MonitorPatches.TryEnterAsync(object)" path="/remarks"/>
    public static Coroutine<bool> TryEnterAsync(Lock obj, TimeSpan timeout) =>
        Limits.Allow(timeout) ? TryAsync(obj, Limits.Of(timeout)) : new Coroutine<bool>(obj.TryEnter(timeout));

    /// <inheritdoc cref="Lock.Exit"/>
    /// <param name="obj">The lock.</param>
    public static void Exit(Lock obj)
    {
        _ = obj.IsHeldByCurrentThread;
        LockEntry.Exit(ThreadLock.Of(obj));
    }

    /// <inheritdoc cref="Lock.IsHeldByCurrentThread"/>
    /// <param name="obj">The lock.</param>
    /// <returns>Whether the fiber, in plain code the thread, holds the lock.</returns>
    public static bool IsHeldByCurrentThread(Lock obj)
    {
        _ = obj.IsHeldByCurrentThread;
        return LockEntry.IsEntered(ThreadLock.Of(obj));
    }

    private static async Coroutine<bool> TryAsync(Lock obj, TimeSpan timeout)
    {
        _ = obj.IsHeldByCurrentThread;
        return await LockEntry.TryEnterAsync(ThreadLock.Of(obj), timeout, isBrief: false) is not null;
    }
}
