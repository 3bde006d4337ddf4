using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The fiber of one kind of entry, spawned by what the carrier runs.</summary>
internal sealed class FiberOf<TEntry> : FiberCore
    where TEntry : struct, IEntry
{
    private TEntry _entry;

    /// <summary>Makes a fiber of the scheduler that the code on this thread spawns to, in <see cref="Co.Blocking(Action)"/> too.</summary>
    internal static FiberOf<TEntry> Create(in TEntry entry)
    {
        Carrier carrier = Carrier.Current;
        return carrier.Aside is { } scheduler ? Create(scheduler, entry) : Create(carrier, entry);
    }

    /// <summary>Makes a fiber of the scheduler that the code on this thread spawns to, which is not aside of it.</summary>
    internal static FiberOf<TEntry> Create(Carrier carrier, in TEntry entry) => Create(carrier, carrier.Spawner, entry);

    /// <summary>Makes a fiber of <paramref name="scheduler"/>, wherever this is called.</summary>
    internal static FiberOf<TEntry> Create(Scheduler scheduler, in TEntry entry)
    {
        Carrier carrier = Carrier.Current;
        if (carrier.SpawnerTo(scheduler) is { } spawner) return Create(carrier, spawner, entry);

        FiberOf<TEntry> fiber = new() { _entry = entry };
        fiber.BeginElsewhere(carrier, scheduler);
        return fiber;
    }

    private static FiberOf<TEntry> Create(Carrier carrier, FiberCore spawner, in TEntry entry)
    {
        FramePools pools = spawner.Pools;
        FiberOf<TEntry> fiber = Unsafe.As<FiberOf<TEntry>?>(pools.Of<FiberOf<TEntry>>().TryRent()) ?? new FiberOf<TEntry>();
        fiber._entry = entry;
        fiber.Begin(carrier, spawner.Scheduler, pools);
        return fiber;
    }

    private FiberOf() => Fiber = this;

    private protected override void Drop() => _entry = default;

    private protected override Coroutine Enter()
    {
        TEntry entry = _entry;
        _entry = default;
        return entry.Start();
    }

    private protected override void Recycle() => Pools.Of<FiberOf<TEntry>>().Return(this);
}

/// <summary>The fiber of one kind of entry that has a result.</summary>
internal sealed class FiberOf<TEntry, T> : FiberCore<T>
    where TEntry : struct, IEntry<T>
{
    private TEntry _entry;

    /// <inheritdoc cref="FiberOf{TEntry}.Create(in TEntry)"/>
    internal static FiberOf<TEntry, T> Create(in TEntry entry)
    {
        Carrier carrier = Carrier.Current;
        return carrier.Aside is { } scheduler ? Create(scheduler, entry) : Create(carrier, entry);
    }

    /// <inheritdoc cref="FiberOf{TEntry}.Create(Carrier, in TEntry)"/>
    internal static FiberOf<TEntry, T> Create(Carrier carrier, in TEntry entry) => Create(carrier, carrier.Spawner, entry);

    /// <inheritdoc cref="FiberOf{TEntry}.Create(Scheduler, in TEntry)"/>
    internal static FiberOf<TEntry, T> Create(Scheduler scheduler, in TEntry entry)
    {
        Carrier carrier = Carrier.Current;
        if (carrier.SpawnerTo(scheduler) is { } spawner) return Create(carrier, spawner, entry);

        FiberOf<TEntry, T> fiber = new() { _entry = entry };
        fiber.BeginElsewhere(carrier, scheduler);
        return fiber;
    }

    private static FiberOf<TEntry, T> Create(Carrier carrier, FiberCore spawner, in TEntry entry)
    {
        FiberOf<TEntry, T> fiber = new() { _entry = entry };
        fiber.Begin(carrier, spawner.Scheduler, spawner.Pools);
        return fiber;
    }

    private FiberOf() => Fiber = this;

    private protected override void Drop() => _entry = default;

    private protected override Coroutine Enter()
    {
        TEntry entry = _entry;
        _entry = default;
        Coroutine<T> root = entry.Start();
        if (root.Frame is { } frame) return new Coroutine(frame);
        Value = root.Result;
        return default;
    }

    [StackTraceHidden]
    private protected override void TakeRoot(Coroutine root)
    {
        if (root.Frame is Frame<T> frame) Value = frame.TakeResult(root.Version);
    }
}
