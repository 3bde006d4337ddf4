namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Moves the running fiber to another scheduler: what follows runs there, on its thread, until the fiber ends or is moved
    /// again. Does nothing if the fiber is there. Those who joined the fiber are told of its end wherever it ends.
    /// </summary>
    /// <param name="scheduler">Where to go on.</param>
    /// <example>
    /// <code>
    /// Scheduler home = Scheduler.Current;
    /// Co.SwitchTo(PoolScheduler.Default);
    /// byte[] hash = SHA512.HashData(megabytes); // others of the loop run meanwhile
    /// Co.SwitchTo(home);
    /// </code>
    /// </example>
    /// <exception cref="InvalidOperationException">
    /// It is no fiber that runs, but plain code or async code outside fibers; or the fiber cannot be moved, because it has
    /// greenlets, or coroutines that it has begun and not awaited. Then it goes on where it is.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The scheduler is a loop whose <see cref="BackgroundLoop"/> was disposed.</exception>
    /// <exception cref="BlockingCallException">Called in a fiber, by code that was not rewritten.</exception>
    public static void SwitchTo(Scheduler scheduler)
    {
        using MainTurn turn = MainTurn.Begin("Co.SwitchTo");
        turn.Wait(SwitchToAsync(scheduler));
    }

    /// <inheritdoc cref="SwitchTo"/>
    public static Coroutine SwitchToAsync(Scheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        scheduler.ThrowIfClosed();
        FiberCore? fiber = Carrier.Current.Fiber;
        if (fiber is null or MainFiber)
        {
            throw new InvalidOperationException("Only a fiber can be moved to another scheduler: plain code, and async code outside fibers, stay where they are. Use Scheduler.Run.");
        }

        fiber.ThrowIfKilled();
        return fiber.Scheduler == scheduler ? default : MoveWait.Begin(fiber, scheduler);
    }
}
