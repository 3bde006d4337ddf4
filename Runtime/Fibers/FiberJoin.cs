namespace CoGen;

/// <summary>Waits for the end of a fiber: on its own scheduler without any locking, from elsewhere by a task.</summary>
internal static class FiberJoin
{
    internal static Coroutine<bool> Start(Fiber fiber, TimeSpan timeout)
    {
        if (fiber.LiveCore is not { IsFinished: false } core) return new Coroutine<bool>(true);

        FiberCore? current = Carrier.Current.Fiber;
        current?.ThrowIfKilled();
        return current is not null && current.Scheduler == core.Scheduler
            ? new Coroutine<bool>(JoinWait.Begin(current, core, timeout))
            : CoTask.WaitAsync(core.WhenEnded(fiber.Id), timeout);
    }

    /// <summary>Waits for the fiber and throws its error.</summary>
    internal static async Coroutine OutcomeAsync(Fiber fiber)
    {
        await fiber.JoinAsync();
        fiber.LiveCore?.ThrowOutcome();
    }
}
