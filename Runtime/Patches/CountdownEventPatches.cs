namespace CoGen.Patches;

/// <summary>What the waits of <see cref="CountdownEvent"/> become in a coroutine. The countdown is for fibers and threads alike.</summary>
/// <inheritdoc cref="WaitHandlePatches" path="/remarks"/>
public static class CountdownEventPatches
{
    /// <inheritdoc cref="CountdownEvent.Wait()"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine WaitAsync(CountdownEvent countdown) => WaitAsync(countdown, Timeout.InfiniteTimeSpan, default).WithoutResult();

    /// <inheritdoc cref="CountdownEvent.Wait(CancellationToken)"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine WaitAsync(CountdownEvent countdown, CancellationToken cancellationToken) =>
        WaitAsync(countdown, Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="CountdownEvent.Wait(TimeSpan)"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine<bool> WaitAsync(CountdownEvent countdown, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitAsync(countdown, timeout, default) : new Coroutine<bool>(countdown.Wait(timeout));

    /// <inheritdoc cref="CountdownEvent.Wait(int)"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine<bool> WaitAsync(CountdownEvent countdown, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? WaitAsync(countdown, Limits.Of(millisecondsTimeout), default) : new Coroutine<bool>(countdown.Wait(millisecondsTimeout));

    /// <inheritdoc cref="CountdownEvent.Wait(int, CancellationToken)"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine<bool> WaitAsync(CountdownEvent countdown, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? WaitAsync(countdown, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(countdown.Wait(millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="CountdownEvent.Wait(TimeSpan, CancellationToken)"/>
    /// <param name="countdown">The countdown.</param>
    public static Coroutine<bool> WaitAsync(CountdownEvent countdown, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Limits.Allow(timeout)) return new Coroutine<bool>(countdown.Wait(timeout, cancellationToken));
        return countdown.Wait(0, cancellationToken) ? new Coroutine<bool>(true) : LaterAsync(countdown, Limits.Of(timeout), cancellationToken);
    }

    private static async Coroutine<bool> LaterAsync(CountdownEvent countdown, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout != TimeSpan.Zero) return await OutsideWait.Begin(new HandleSignal(countdown.WaitHandle), timeout, cancellationToken);
        await TurnWait.Begin();
        return countdown.Wait(0, cancellationToken);
    }
}
