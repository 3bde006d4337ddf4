namespace CoGen;

/// <summary>Fibers in no order, each of which knows where it stands. Used by one thread at a time.</summary>
internal struct FiberSet()
{
    private FiberCore[] _fibers = new FiberCore[16];

    internal int Count { get; private set; }

    internal readonly ReadOnlySpan<FiberCore> Fibers => _fibers.AsSpan(0, Count);

    internal void Add(FiberCore fiber)
    {
        if (Count == _fibers.Length) Array.Resize(ref _fibers, Count * 2);
        fiber.Slot = Count;
        _fibers[Count++] = fiber;
    }

    internal void Remove(FiberCore fiber)
    {
        FiberCore last = _fibers[--Count];
        _fibers[Count] = null!;
        if (last != fiber)
        {
            _fibers[fiber.Slot] = last;
            last.Slot = fiber.Slot;
        }

        fiber.Slot = -1;
    }
}
