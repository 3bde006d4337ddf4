namespace CoGen;

/// <summary>Brings a new fiber to its scheduler.</summary>
internal static class FiberStart
{
    internal static Fiber Now<TEntry>(in TEntry entry)
        where TEntry : struct, IEntry
    {
        Scheduler scheduler = Carrier.Current.Scheduler;
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(scheduler, entry);
        scheduler.Ready(fiber);
        return fiber.Handle;
    }

    internal static Fiber<T> Now<TEntry, T>(in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        Scheduler scheduler = Carrier.Current.Scheduler;
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(scheduler, entry);
        scheduler.Ready(fiber);
        return new Fiber<T>(fiber.Handle);
    }

    internal static Fiber After<TEntry>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry
    {
        Time.Require(delay);
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(Carrier.Current.Scheduler, entry);
        StartWait.Begin(fiber, delay);
        return fiber.Handle;
    }

    internal static Fiber<T> After<TEntry, T>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        Time.Require(delay);
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(Carrier.Current.Scheduler, entry);
        StartWait.Begin(fiber, delay);
        return new Fiber<T>(fiber.Handle);
    }
}
