namespace CoGen.CompilerServices;

/// <summary>
/// The unused frames of one kind: what a finished call leaves, the next one takes. Used by one thread at a time. A frame may go
/// back to another pool than it came from.
/// </summary>
internal sealed class FramePool
{
    /// <summary>Beyond this the garbage collector gets the rest: a burst must not be kept for ever.</summary>
    private const int Capacity = 16 * 1024;

    /// <summary>A struct around the reference spares the array its covariance check.</summary>
    private struct Slot
    {
        internal Frame? Frame;
    }

    /// <summary>
    /// Slots above <see cref="_count"/> keep what they last held: a frame mostly comes back to the slot it was taken from, and
    /// storing a reference that stands there already is what this saves.
    /// </summary>
    private Slot[] _slots = new Slot[16];

    private int _count;

    internal Frame? TryRent()
    {
        int last = _count - 1;
        Slot[] slots = _slots;
        if ((uint)last >= (uint)slots.Length) return null;

        _count = last;
        return slots[last].Frame;
    }

    internal void Return(Frame frame)
    {
        int count = _count;
        Slot[] slots = _slots;
        if ((uint)count >= (uint)slots.Length)
        {
            if (count == Capacity) return;
            Array.Resize(ref _slots, count * 2);
            slots = _slots;
        }

        ref Slot slot = ref slots[count];
        if (slot.Frame != frame) slot.Frame = frame;
        _count = count + 1;
    }
}
