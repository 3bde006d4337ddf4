namespace CoGen;

/// <summary>Brings a new fiber to its scheduler.</summary>
internal static class FiberStart
{
    internal static Fiber Now<TEntry>(in TEntry entry)
        where TEntry : struct, IEntry
    {
        Carrier carrier = Carrier.Current;
        if (carrier.Aside is { } scheduler) return On(scheduler, entry);
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(carrier, entry);
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        fiber.Scheduler.Ready(fiber);
        return fiber.Handle;
    }

    internal static Fiber<T> Now<TEntry, T>(in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        Carrier carrier = Carrier.Current;
        if (carrier.Aside is { } scheduler) return On<TEntry, T>(scheduler, entry);
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(carrier, entry);
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        fiber.Scheduler.Ready(fiber);
        return new Fiber<T>(fiber.Handle);
    }

    /// <summary>Brings a new fiber to <paramref name="scheduler"/>, from any thread.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="entry">What the fiber is to run.</param>
    /// <param name="isObserved">Whether somebody surely takes the error, so that it need not be reported.</param>
    internal static Fiber On<TEntry>(Scheduler scheduler, in TEntry entry, bool isObserved = false)
        where TEntry : struct, IEntry
    {
        scheduler.ThrowIfClosed();
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(scheduler, entry);
        if (isObserved) fiber.Extras.IsObserved = true;
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        scheduler.Post(fiber);
        return fiber.Handle;
    }

    /// <inheritdoc cref="On{TEntry}"/>
    internal static Fiber<T> On<TEntry, T>(Scheduler scheduler, in TEntry entry, bool isObserved = false)
        where TEntry : struct, IEntry<T>
    {
        scheduler.ThrowIfClosed();
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(scheduler, entry);
        if (isObserved) fiber.Extras.IsObserved = true;
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        scheduler.Post(fiber);
        return new Fiber<T>(fiber.Handle);
    }

    internal static Fiber After<TEntry>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry
    {
        delay = Time.Require(delay);
        Carrier carrier = Carrier.Current;
        if (carrier.Aside is not null)
        {
            Fiber aside = Later(entry);
            aside.StartAfter(delay);
            return aside;
        }

        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(carrier, entry);
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        StartWait.Begin(fiber, delay);
        return fiber.Handle;
    }

    internal static Fiber<T> After<TEntry, T>(TimeSpan delay, in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        delay = Time.Require(delay);
        Carrier carrier = Carrier.Current;
        if (carrier.Aside is not null)
        {
            Fiber<T> aside = Later<TEntry, T>(entry);
            aside.StartAfter(delay);
            return aside;
        }

        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(carrier, entry);
        if (Watched.Spawns) SpawnHooks.OnSpawn(fiber);
        StartWait.Begin(fiber, delay);
        return new Fiber<T>(fiber.Handle);
    }

    /// <summary>Makes a fiber that somebody is to start.</summary>
    internal static Fiber Later<TEntry>(in TEntry entry)
        where TEntry : struct, IEntry
    {
        FiberOf<TEntry> fiber = FiberOf<TEntry>.Create(entry);
        fiber.Hold();
        return fiber.Handle;
    }

    /// <inheritdoc cref="Later{TEntry}"/>
    internal static Fiber<T> Later<TEntry, T>(in TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        FiberOf<TEntry, T> fiber = FiberOf<TEntry, T>.Create(entry);
        fiber.Hold();
        return new Fiber<T>(fiber.Handle);
    }
}
