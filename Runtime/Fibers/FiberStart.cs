namespace CoGen;

/// <summary>Brings a new fiber to its scheduler.</summary>
internal static class FiberStart
{
    internal static Fiber Now(FiberCore fiber)
    {
        Scheduler scheduler = Carrier.Current.Scheduler;
        fiber.Create(scheduler);
        scheduler.Ready(fiber);
        return fiber.Handle;
    }

    /// <summary>Starts a fiber whose error its starter surely takes.</summary>
    internal static Fiber Observed(FiberCore fiber)
    {
        Fiber handle = Now(fiber);
        fiber.IsObserved = true;
        return handle;
    }

    internal static Fiber After(FiberCore fiber, TimeSpan delay)
    {
        Time.Require(delay);
        fiber.Create(Carrier.Current.Scheduler);
        StartWait.Begin(fiber, delay);
        return fiber.Handle;
    }
}
