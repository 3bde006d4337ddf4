namespace CoGen.Patches;

/// <summary>What the waits of <see cref="ManualResetEventSlim"/> become in a coroutine. The event is for fibers and threads alike.</summary>
/// <inheritdoc cref="WaitHandlePatches" path="/remarks"/>
public static class ManualResetEventSlimPatches
{
    /// <inheritdoc cref="ManualResetEventSlim.Wait()"/>
    /// <param name="signal">The event.</param>
    public static Coroutine WaitAsync(ManualResetEventSlim signal) => WaitAsync(signal, Timeout.InfiniteTimeSpan, default).WithoutResult();

    /// <inheritdoc cref="ManualResetEventSlim.Wait(CancellationToken)"/>
    /// <param name="signal">The event.</param>
    public static Coroutine WaitAsync(ManualResetEventSlim signal, CancellationToken cancellationToken) =>
        WaitAsync(signal, Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="ManualResetEventSlim.Wait(TimeSpan)"/>
    /// <param name="signal">The event.</param>
    public static Coroutine<bool> WaitAsync(ManualResetEventSlim signal, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitAsync(signal, timeout, default) : new Coroutine<bool>(signal.Wait(timeout));

    /// <inheritdoc cref="ManualResetEventSlim.Wait(int)"/>
    /// <param name="signal">The event.</param>
    public static Coroutine<bool> WaitAsync(ManualResetEventSlim signal, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? WaitAsync(signal, Limits.Of(millisecondsTimeout), default) : new Coroutine<bool>(signal.Wait(millisecondsTimeout));

    /// <inheritdoc cref="ManualResetEventSlim.Wait(int, CancellationToken)"/>
    /// <param name="signal">The event.</param>
    public static Coroutine<bool> WaitAsync(ManualResetEventSlim signal, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? WaitAsync(signal, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(signal.Wait(millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="ManualResetEventSlim.Wait(TimeSpan, CancellationToken)"/>
    /// <param name="signal">The event.</param>
    public static Coroutine<bool> WaitAsync(ManualResetEventSlim signal, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Limits.Allow(timeout)) return new Coroutine<bool>(signal.Wait(timeout, cancellationToken));
        return signal.Wait(0, cancellationToken) ? new Coroutine<bool>(true) : LaterAsync(signal, Limits.Of(timeout), cancellationToken);
    }

    private static async Coroutine<bool> LaterAsync(ManualResetEventSlim signal, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout != TimeSpan.Zero) return await OutsideWait.Begin(new HandleSignal(signal.WaitHandle), timeout, cancellationToken);
        await TurnWait.Begin();
        return signal.Wait(0, cancellationToken);
    }
}
