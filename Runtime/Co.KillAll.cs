namespace CoGen;

public static partial class Co
{
    /// <summary>Cancels all <paramref name="fibers"/>, in their order, and waits for none; gevent's <c>killall(block=False)</c>.</summary>
    /// <param name="fibers">The fibers. Those that have not begun never do.</param>
    /// <param name="error">What to throw in each, see <see cref="Fiber.Cancel(Exception)"/>; each its own <see cref="FiberKilledException"/> if null.</param>
    public static void CancelAll(IEnumerable<Fiber> fibers, Exception? error = null)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        foreach (Fiber fiber in fibers)
        {
            if (error is null) fiber.Cancel();
            else fiber.Cancel(error);
        }
    }

    /// <summary>Cancels all <paramref name="fibers"/>, in their order, and then waits until all have ended; gevent's <c>killall</c>.</summary>
    /// <inheritdoc cref="CancelAll" path="/param"/>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void KillAll(IEnumerable<Fiber> fibers, Exception? error = null) => KillAll(fibers, Timeout.InfiniteTimeSpan, error);

    /// <summary>Cancels all <paramref name="fibers"/>, in their order, and then waits until all have ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most for all of them together; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether all have ended. Those that have not live on.</returns>
    /// <inheritdoc cref="KillAll(IEnumerable{Fiber}, Exception)"/>
    public static bool KillAll(IEnumerable<Fiber> fibers, TimeSpan timeout, Exception? error = null)
    {
        using MainTurn turn = MainTurn.Begin("Co.KillAll");
        return turn.Wait(KillAllAsync(fibers, timeout, error));
    }

    /// <inheritdoc cref="KillAll(IEnumerable{Fiber}, Exception)"/>
    public static Coroutine KillAllAsync(IEnumerable<Fiber> fibers, Exception? error = null) =>
        KillAllAsync(fibers, Timeout.InfiniteTimeSpan, error).WithoutResult();

    /// <inheritdoc cref="KillAll(IEnumerable{Fiber}, TimeSpan, Exception)"/>
    public static Coroutine<bool> KillAllAsync(IEnumerable<Fiber> fibers, TimeSpan timeout, Exception? error = null)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        timeout = Time.Require(timeout);
        Fiber[] all = [.. fibers];
        CancelAll(all, error);
        return JoinEachAsync(all, timeout);
    }

    private static async Coroutine<bool> JoinEachAsync(Fiber[] fibers, TimeSpan timeout)
    {
        TimeProvider clock = Carrier.Current.Fiber?.Scheduler.Clock ?? TimeProvider.System;
        long begun = clock.GetTimestamp();
        foreach (Fiber fiber in fibers)
        {
            TimeSpan left = timeout == Timeout.InfiniteTimeSpan ? timeout : Time.Remaining(clock, begun, timeout);
            if (!fiber.IsFinished && !await fiber.JoinAsync(left)) return false;
        }

        return true;
    }
}
