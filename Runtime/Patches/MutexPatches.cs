namespace CoGen.Patches;

/// <summary>What the members of <see cref="Mutex"/> become in a coroutine: of all fibers of a thread one owns the mutex, also across waits.</summary>
/// <remarks>
/// The thread of the loop, or that which a pool's fiber has meanwhile, owns the mutex for the fiber, and keeps out other threads, and other processes if it
/// has a name. A fiber that ends without releasing it keeps it; on a pool its thread ends with it, so that threads find the mutex abandoned.
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

    /// <exception cref="NotSupportedException">Called in asynchronous code outside fibers.</exception>
    internal static Coroutine<bool> TryEnterAsync(Mutex mutex, TimeSpan timeout)
    {
        if (Carrier.Current.Fiber is null)
        {
            throw new NotSupportedException(
                "A Mutex belongs to a thread, and asynchronous code outside fibers goes from thread to thread. Use a SemaphoreSlim(1), or run the code in a fiber: Co.Run, Co.Spawn.");
        }

        return EnterAsync(mutex, timeout);
    }

    private static async Coroutine<bool> EnterAsync(Mutex mutex, TimeSpan timeout) => await LockEntry.TryEnterAsync(ThreadLock.Of(mutex), timeout, isBrief: false) is not null;
}
