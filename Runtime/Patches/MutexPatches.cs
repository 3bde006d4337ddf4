namespace CoGen.Patches;

/// <summary>What the members of <see cref="Mutex"/> become in a coroutine: of all fibers of a thread one owns the mutex, also across waits.</summary>
/// <remarks>
/// The thread of the loop owns the mutex for the fiber, and keeps out other threads, and other processes if it has a name. A fiber that ends without
/// releasing it keeps it: only a thread can abandon a mutex. On a pool, where a fiber changes threads, a mutex cannot be owned.
/// </remarks>
public static class MutexPatches
{
    /// <inheritdoc cref="Mutex.ReleaseMutex"/>
    /// <param name="mutex">The mutex.</param>
    public static void ReleaseMutex(Mutex mutex)
    {
        if (mutex is null) mutex!.ReleaseMutex();
        else LockEntry.Exit(ThreadLock.Of(mutex));
    }

    /// <exception cref="NotSupportedException">The fiber has no thread of its own.</exception>
    internal static Coroutine<bool> TryEnterAsync(Mutex mutex, TimeSpan timeout)
    {
        if (!LockEntry.KeepsThread)
        {
            throw new NotSupportedException(
                "A Mutex belongs to a thread, and only a fiber of a LoopScheduler is always on the same one. Use a SemaphoreSlim(1), or run the fiber on a loop: Co.SwitchTo.");
        }

        return EnterAsync(mutex, timeout);
    }

    private static async Coroutine<bool> EnterAsync(Mutex mutex, TimeSpan timeout) => await LockEntry.TryEnterAsync(ThreadLock.Of(mutex), timeout, keepsThread: true) is not null;
}
