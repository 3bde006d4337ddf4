namespace CoGen.Patches;

public static partial class WaitHandlePatches
{
    private const string NoMutex =
        "A Mutex belongs to the thread that waits for it, and a fiber's wait for several handles is made by another. Wait for the Mutex by itself, or use a SemaphoreSlim.";

    /// <inheritdoc cref="WaitHandle.WaitAll(WaitHandle[])"/>
    /// <exception cref="NotSupportedException">There is a <see cref="Mutex"/> among the handles, which would belong to the thread that waits.</exception>
    public static Coroutine<bool> WaitAllAsync(WaitHandle[] waitHandles) => WaitForAllAsync(waitHandles, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitHandle.WaitAll(WaitHandle[], int)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> WaitAllAsync(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout)
            ? WaitForAllAsync(waitHandles, Limits.Of(millisecondsTimeout))
            : new Coroutine<bool>(WaitHandle.WaitAll(waitHandles, millisecondsTimeout));

    /// <inheritdoc cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> WaitAllAsync(WaitHandle[] waitHandles, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitForAllAsync(waitHandles, Limits.Of(timeout)) : new Coroutine<bool>(WaitHandle.WaitAll(waitHandles, timeout));

    /// <inheritdoc cref="WaitHandle.WaitAll(WaitHandle[], int, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> WaitAllAsync(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) => WaitAllAsync(waitHandles, millisecondsTimeout);

    /// <inheritdoc cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> WaitAllAsync(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext) => WaitAllAsync(waitHandles, timeout);

    /// <inheritdoc cref="WaitHandle.WaitAny(WaitHandle[])"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<int> WaitAnyAsync(WaitHandle[] waitHandles) => WaitForAnyAsync(waitHandles, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitHandle.WaitAny(WaitHandle[], int)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<int> WaitAnyAsync(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout)
            ? WaitForAnyAsync(waitHandles, Limits.Of(millisecondsTimeout))
            : new Coroutine<int>(WaitHandle.WaitAny(waitHandles, millisecondsTimeout));

    /// <inheritdoc cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<int> WaitAnyAsync(WaitHandle[] waitHandles, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitForAnyAsync(waitHandles, Limits.Of(timeout)) : new Coroutine<int>(WaitHandle.WaitAny(waitHandles, timeout));

    /// <inheritdoc cref="WaitHandle.WaitAny(WaitHandle[], int, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<int> WaitAnyAsync(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) => WaitAnyAsync(waitHandles, millisecondsTimeout);

    /// <inheritdoc cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<int> WaitAnyAsync(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext) => WaitAnyAsync(waitHandles, timeout);

    /// <inheritdoc cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> SignalAndWaitAsync(WaitHandle toSignal, WaitHandle toWaitOn) => ExchangeAsync(toSignal, toWaitOn, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, int, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> SignalAndWaitAsync(WaitHandle toSignal, WaitHandle toWaitOn, int millisecondsTimeout, bool exitContext) =>
        Limits.Allow(millisecondsTimeout)
            ? ExchangeAsync(toSignal, toWaitOn, Limits.Of(millisecondsTimeout))
            : new Coroutine<bool>(WaitHandle.SignalAndWait(toSignal, toWaitOn, millisecondsTimeout, exitContext));

    /// <inheritdoc cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, TimeSpan, bool)"/>
    /// <inheritdoc cref="WaitAllAsync(WaitHandle[])" path="/exception"/>
    public static Coroutine<bool> SignalAndWaitAsync(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout, bool exitContext) =>
        Limits.Allow(timeout)
            ? ExchangeAsync(toSignal, toWaitOn, Limits.Of(timeout))
            : new Coroutine<bool>(WaitHandle.SignalAndWait(toSignal, toWaitOn, timeout, exitContext));

    private static async Coroutine<bool> WaitForAllAsync(WaitHandle[] handles, TimeSpan timeout)
    {
        RefuseMutex(handles);
        if (WaitHandle.WaitAll(handles, 0)) return true;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return WaitHandle.WaitAll(handles, 0);
        }

        WaitHandle[] copy = [.. handles];
        return (await StandInCall.RunAsync("the signals of several handles", copy, static all => WaitHandle.WaitAll(all), timeout)).HasEnded;
    }

    private static async Coroutine<int> WaitForAnyAsync(WaitHandle[] handles, TimeSpan timeout)
    {
        RefuseMutex(handles);
        int index = WaitHandle.WaitAny(handles, 0);
        if (index != WaitHandle.WaitTimeout) return index;
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return WaitHandle.WaitAny(handles, 0);
        }

        WaitHandle[] copy = [.. handles];
        (bool hasEnded, int signalled) = await StandInCall.RunAsync("the signal of one of several handles", copy, static all => WaitHandle.WaitAny(all), timeout);
        return hasEnded ? signalled : WaitHandle.WaitTimeout;
    }

    private static async Coroutine<bool> ExchangeAsync(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout)
    {
        if (toSignal is null || toWaitOn is null || timeout == TimeSpan.Zero) return WaitHandle.SignalAndWait(toSignal!, toWaitOn!, TimeSpan.Zero, exitContext: false);

        RefuseMutex([toSignal, toWaitOn]);
        StandInCall<WaitHandle, bool> answer = new(toWaitOn, static (handle, _) => handle.WaitOne()) { Name = $"a signal of a {toWaitOn.GetType().Name}" };
        Coroutine<bool> wait = OutsideWait.Begin(answer, timeout);

        // Whoever sees the signal is to find somebody waiting.
        while (!answer.IsSettled) await TurnWait.Begin();
        try
        {
            using ManualResetEvent atOnce = new(true);
            WaitHandle.SignalAndWait(toSignal, atOnce);
        }
        catch
        {
            answer.TryWithdraw();
            if (await wait) HandleSignal.GiveBack(toWaitOn);
            throw;
        }

        // A kill that came meanwhile ends the wait, as soon as it is one.
        if (Carrier.Current.Fiber?.PendingKill is not null) answer.TryWithdraw();
        return await wait && answer.TakeResult();
    }

    private static void RefuseMutex(WaitHandle[]? handles)
    {
        if (handles is not null && Array.Exists(handles, static handle => handle is Mutex)) throw new NotSupportedException(NoMutex);
    }
}
