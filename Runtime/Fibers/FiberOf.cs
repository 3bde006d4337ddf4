using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The fiber of one kind of entry.</summary>
internal sealed class FiberOf<TEntry> : FiberCore
    where TEntry : struct, IEntry
{
    private TEntry _entry;

    internal static FiberOf<TEntry> Create(Scheduler scheduler, in TEntry entry)
    {
        FiberOf<TEntry> fiber = scheduler.Pools.TryRent<FiberOf<TEntry>>() ?? new FiberOf<TEntry>();
        fiber._entry = entry;
        fiber.Begin(scheduler);
        return fiber;
    }

    private FiberOf() => Fiber = this;

    private protected override Coroutine Enter()
    {
        TEntry entry = _entry;
        _entry = default;
        return entry.Start();
    }

    private protected override void Recycle() => Scheduler.Pools.Return(this);
}

/// <summary>The fiber of one kind of entry that has a result.</summary>
internal sealed class FiberOf<TEntry, T> : FiberCore<T>
    where TEntry : struct, IEntry<T>
{
    private TEntry _entry;

    internal static FiberOf<TEntry, T> Create(Scheduler scheduler, in TEntry entry)
    {
        FiberOf<TEntry, T> fiber = new() { _entry = entry };
        fiber.Begin(scheduler);
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
