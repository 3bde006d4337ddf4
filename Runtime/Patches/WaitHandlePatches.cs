namespace CoGen.Patches;

/// <summary>
/// What the waits of <see cref="WaitHandle"/> – of events, of semaphores, of a <see cref="Mutex"/> – become in a coroutine. A signal is for fibers and
/// threads alike: whoever waits may get it.
/// </summary>
/// <remarks>
/// A fiber that waits for one handle costs no thread; one that waits for several of them has a thread that does so, because only the operating
/// system takes all or one of them at once. If nothing is signalled and there is no time to wait, the other fibers run once before it is tried again.
/// </remarks>
public static partial class WaitHandlePatches
{
    /// <inheritdoc cref="WaitHandle.WaitOne()"/>
    /// <param name="handle">The handle.</param>
    public static Coroutine<bool> WaitOneAsync(WaitHandle handle) => WaitAsync(handle, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitHandle.WaitOne(int)"/>
    /// <param name="handle">The handle.</param>
    public static Coroutine<bool> WaitOneAsync(WaitHandle handle, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? WaitAsync(handle, Limits.Of(millisecondsTimeout)) : new Coroutine<bool>(handle.WaitOne(millisecondsTimeout));

    /// <inheritdoc cref="WaitHandle.WaitOne(TimeSpan)"/>
    /// <param name="handle">The handle.</param>
    public static Coroutine<bool> WaitOneAsync(WaitHandle handle, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitAsync(handle, Limits.Of(timeout)) : new Coroutine<bool>(handle.WaitOne(timeout));

    /// <inheritdoc cref="WaitHandle.WaitOne(int, bool)"/>
    /// <param name="handle">The handle.</param>
    public static Coroutine<bool> WaitOneAsync(WaitHandle handle, int millisecondsTimeout, bool exitContext) => WaitOneAsync(handle, millisecondsTimeout);

    /// <inheritdoc cref="WaitHandle.WaitOne(TimeSpan, bool)"/>
    /// <param name="handle">The handle.</param>
    public static Coroutine<bool> WaitOneAsync(WaitHandle handle, TimeSpan timeout, bool exitContext) => WaitOneAsync(handle, timeout);

    private static Coroutine<bool> WaitAsync(WaitHandle handle, TimeSpan timeout)
    {
        if (handle is Mutex mutex) return MutexPatches.TryEnterAsync(mutex, timeout);
        return handle.WaitOne(0) ? new Coroutine<bool>(true) : WaitForSignalAsync(handle, timeout);
    }

    private static async Coroutine<bool> WaitForSignalAsync(WaitHandle handle, TimeSpan timeout)
    {
        if (timeout != TimeSpan.Zero) return await OutsideWait.Begin(new HandleSignal(handle), timeout);
        await TurnWait.Begin();
        return handle.WaitOne(0);
    }
}
