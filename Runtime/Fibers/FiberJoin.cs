namespace CoGen;

/// <summary>Waits for the end of a fiber: on its own loop without any locking, from elsewhere as is best for that fiber.</summary>
internal static class FiberJoin
{
    internal static Coroutine<bool> Start(Fiber fiber, TimeSpan timeout)
    {
        if (fiber.LiveCore is not { IsFinished: false } core) return new Coroutine<bool>(true);

        FiberCore? current = Carrier.Current.Fiber;
        current?.ThrowIfKilled();
        if (core.IsShared) return JoinWait.TryBeginShared(current, core, fiber.Id, timeout) is { } wait ? new Coroutine<bool>(wait) : new Coroutine<bool>(true);
        return current is not null && current.Scheduler == core.Scheduler
            ? new Coroutine<bool>(JoinWait.Begin(current, core, timeout))
            : core.EndOf(fiber.Id).WaitAsync(timeout);
    }

    /// <summary>Waits for the fiber and throws its error.</summary>
    internal static async Coroutine OutcomeAsync(Fiber fiber)
    {
        await fiber.JoinAsync();
        fiber.LiveCore?.ThrowOutcome();
    }
}
