namespace CoGen;

/// <summary>Brings a new fiber to its scheduler.</summary>
internal static class FiberStart
{
    internal static Fiber Now<TEntry>(in TEntry entry)
        where TEntry : struct, IEntry
    {
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(Carrier.Current, entry);
        fiber.Scheduler.Ready(fiber);
        return fiber.Handle;
    }

    internal static Fiber<T> Now<TEntry, T>(in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(Carrier.Current, entry);
        fiber.Scheduler.Ready(fiber);
        return new Fiber<T>(fiber.Handle);
    }

    internal static Fiber After<TEntry>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry
    {
        delay = Time.Require(delay);
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(Carrier.Current, entry);
        StartWait.Begin(fiber, delay);
        return fiber.Handle;
    }

    internal static Fiber<T> After<TEntry, T>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        delay = Time.Require(delay);
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(Carrier.Current, entry);
        StartWait.Begin(fiber, delay);
        return new Fiber<T>(fiber.Handle);
    }
}
