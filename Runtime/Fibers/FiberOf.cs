using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The fiber of one kind of entry.</summary>
internal sealed class FiberOf<TEntry> : FiberCore
    where TEntry : struct, IEntry
{
    private TEntry _entry;

    internal static FiberOf<TEntry> Create(in TEntry entry)
    {
        FiberOf<TEntry> fiber = FramePool<FiberOf<TEntry>>.TryRent() ?? new FiberOf<TEntry>();
        fiber._entry = entry;
        return fiber;
    }

    private FiberOf() => Fiber = this;

    private protected override Coroutine Enter() => _entry.Start();

    private protected override void ReleaseEntry() => _entry = default;

    private protected override void Recycle() => FramePool<FiberOf<TEntry>>.Return(this);
}

/// <summary>The fiber of one kind of entry that has a result.</summary>
internal sealed class FiberOf<TEntry, T> : FiberCore<T>
    where TEntry : struct, IEntry<T>
{
    private TEntry _entry;

    internal static FiberOf<TEntry, T> Create(in TEntry entry) => new() { _entry = entry };

    private FiberOf() => Fiber = this;

    private protected override Coroutine Enter()
    {
        Coroutine<T> root = _entry.Start();
        if (root.Frame is { } frame) return new Coroutine(frame);
        Value = root.Result;
        return default;
    }

    [StackTraceHidden]
    private protected override void TakeRoot(Coroutine root)
    {
        if (root.Frame is Frame<T> frame) Value = frame.TakeResult(root.Version);
    }

    private protected override void ReleaseEntry() => _entry = default;
}
