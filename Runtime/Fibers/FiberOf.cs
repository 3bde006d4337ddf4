using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The fiber of one kind of entry, spawned by what the carrier runs.</summary>
internal sealed class FiberOf<TEntry> : FiberCore
    where TEntry : struct, IEntry
{
    private readonly FramePool _pool;
    private TEntry _entry;

    internal static FiberOf<TEntry> Create(Carrier carrier, in TEntry entry)
    {
        Scheduler scheduler = carrier.Scheduler;
        FramePool pool = scheduler.PoolOf<FiberOf<TEntry>>();
        FiberOf<TEntry> fiber = Unsafe.As<FiberOf<TEntry>?>(pool.TryRent()) ?? new FiberOf<TEntry>(pool);
        fiber._entry = entry;
        fiber.Begin(scheduler, carrier.Context.Capture());
        return fiber;
    }

    private FiberOf(FramePool pool)
    {
        Fiber = this;
        _pool = pool;
    }

    private protected override Coroutine Enter()
    {
        TEntry entry = _entry;
        _entry = default;
        return entry.Start();
    }

    private protected override void Recycle() => _pool.Return(this);
}

/// <summary>The fiber of one kind of entry that has a result.</summary>
internal sealed class FiberOf<TEntry, T> : FiberCore<T>
    where TEntry : struct, IEntry<T>
{
    private TEntry _entry;

    internal static FiberOf<TEntry, T> Create(Carrier carrier, in TEntry entry)
    {
        FiberOf<TEntry, T> fiber = new() { _entry = entry };
        fiber.Begin(carrier.Scheduler, carrier.Context.Capture());
        return fiber;
    }

    private FiberOf() => Fiber = this;

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
