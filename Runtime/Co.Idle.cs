namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Waits until the loop has nothing to do and nothing to come: all its other fibers have ended or wait, no timer is armed
    /// and no task is awaited. The counterpart of gevent's <c>wait()</c> without objects and of <c>hub.join()</c>.
    /// </summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>False if the time was over before.</returns>
    /// <remarks>Fibers <see cref="Fiber.InBackground">in the background</see> may sleep all the same.</remarks>
    /// <exception cref="NotSupportedException">The code runs on no loop.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static bool WhenIdle(TimeSpan timeout)
    {
        using MainTurn turn = MainTurn.Begin("Co.WhenIdle");
        return turn.Wait(WhenIdleAsync(timeout));
    }

    /// <inheritdoc cref="WhenIdle(TimeSpan)"/>
    public static void WhenIdle() => WhenIdle(Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="WhenIdle(TimeSpan)"/>
    public static Coroutine<bool> WhenIdleAsync(TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        return IdleWait.Begin(OnLoop(), forTimersToo: true, timeout);
    }

    /// <inheritdoc cref="WhenIdle(TimeSpan)"/>
    public static Coroutine WhenIdleAsync() => WhenIdleAsync(Timeout.InfiniteTimeSpan).WithoutResult();

    /// <summary>Lets the others run until all of them wait: a yield with the lowest priority. The counterpart of gevent's <c>idle</c>.</summary>
    /// <exception cref="NotSupportedException">The code runs on no loop.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void YieldUntilQuiet()
    {
        using MainTurn turn = MainTurn.Begin("Co.YieldUntilQuiet");
        turn.Wait(YieldUntilQuietAsync());
    }

    /// <inheritdoc cref="YieldUntilQuiet"/>
    public static Coroutine YieldUntilQuietAsync() => IdleWait.Begin(OnLoop(), forTimersToo: false, Timeout.InfiniteTimeSpan).WithoutResult();

    private static FiberCore OnLoop() =>
        Carrier.Current.Fiber is { Scheduler: LoopScheduler } fiber
            ? fiber
            : throw new NotSupportedException("Only a loop knows when it has nothing to do. Run this in a fiber of a LoopScheduler, or wait for the fibers themselves.");
}
