namespace CoGen.Patches;

/// <summary>What the waits of <see cref="SemaphoreSlim"/> become in a coroutine. A permit is for fibers and threads alike.</summary>
/// <remarks>
/// Unlike <see cref="SemaphoreSlim.WaitAsync()"/> they go by the scheduler's clock, a kill or a timeout of the fiber ends them, and a permit that came too
/// late for the fiber is given back. If none is free and there is no time to wait, the other fibers run once before it is tried again.
/// </remarks>
public static class SemaphoreSlimPatches
{
    /// <inheritdoc cref="SemaphoreSlim.Wait()"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine WaitAsync(SemaphoreSlim semaphore) => WaitAsync(semaphore, Timeout.InfiniteTimeSpan, default).WithoutResult();

    /// <inheritdoc cref="SemaphoreSlim.Wait(CancellationToken)"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine WaitAsync(SemaphoreSlim semaphore, CancellationToken cancellationToken) =>
        WaitAsync(semaphore, Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="SemaphoreSlim.Wait(TimeSpan)"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout) =>
        Limits.Allow(timeout) ? WaitAsync(semaphore, timeout, default) : new Coroutine<bool>(semaphore.Wait(timeout));

    /// <inheritdoc cref="SemaphoreSlim.Wait(int)"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout) =>
        Limits.Allow(millisecondsTimeout) ? WaitAsync(semaphore, Limits.Of(millisecondsTimeout), default) : new Coroutine<bool>(semaphore.Wait(millisecondsTimeout));

    /// <inheritdoc cref="SemaphoreSlim.Wait(int, CancellationToken)"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Limits.Allow(millisecondsTimeout)
            ? WaitAsync(semaphore, Limits.Of(millisecondsTimeout), cancellationToken)
            : new Coroutine<bool>(semaphore.Wait(millisecondsTimeout, cancellationToken));

    /// <inheritdoc cref="SemaphoreSlim.Wait(TimeSpan, CancellationToken)"/>
    /// <param name="semaphore">The semaphore.</param>
    public static Coroutine<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Limits.Allow(timeout)) return new Coroutine<bool>(semaphore.Wait(timeout, cancellationToken));
        return semaphore.Wait(0, cancellationToken) ? new Coroutine<bool>(true) : LaterAsync(semaphore, Limits.Of(timeout), cancellationToken);
    }

    private static async Coroutine<bool> LaterAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == TimeSpan.Zero)
        {
            await TurnWait.Begin();
            return semaphore.Wait(0, cancellationToken);
        }

        using CancellationTokenSource leaving = new();
        return await OutsideWait.Begin(new Permit(semaphore, leaving), timeout, cancellationToken);
    }

    /// <summary>A permit on its way.</summary>
    private sealed class Permit(SemaphoreSlim semaphore, CancellationTokenSource leaving) : OutsideEvent
    {
        private OutsideWait? _wait;
        private Task? _coming;
        private bool _isLeaving;

        internal override void Start(OutsideWait wait)
        {
            _wait = wait;
            _coming = semaphore.WaitAsync(leaving.Token);
            _coming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().UnsafeOnCompleted(OnEnd);
        }

        /// <summary>A permit may come while the semaphore is told to keep it: that has the last word.</summary>
        internal override bool TryWithdraw()
        {
            if (_coming!.IsCompleted) return !_coming.IsCompletedSuccessfully;
            if (_isLeaving) return false;
            _isLeaving = true;
            leaving.Cancel();
            return false;
        }

        internal override string Describe() => "a permit of a SemaphoreSlim";

        private void OnEnd() => _wait!.Rouse(_coming!.IsCompletedSuccessfully ? WaitFrame.Signalled : WaitFrame.Notified);
    }
}
