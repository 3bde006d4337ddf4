using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The fiber of one kind of entry, spawned by what the carrier runs.</summary>
internal sealed class FiberOf<TEntry> : FiberCore
    where TEntry : struct, IEntry
{
    private TEntry _entry;

    internal static FiberOf<TEntry> Create(Carrier carrier, in TEntry entry)
    {
        FiberCore spawner = carrier.Spawner;
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

    internal static FiberOf<TEntry, T> Create(Carrier carrier, in TEntry entry)
    {
        FiberOf<TEntry, T> fiber = new() { _entry = entry };
        FiberCore spawner = carrier.Spawner;
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
