using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// The frames that may run now, first in, first out. A ring, not a list through the frames: one reference is stored for
/// each entry instead of three, and storing references is what a switch spends its time on.
/// </summary>
internal struct ReadyQueue()
{
    /// <summary>A struct around the reference spares the array its covariance check.</summary>
    private struct Slot
    {
        internal Frame? Frame;
    }

    /// <summary>The length is a power of two.</summary>
    private Slot[] _slots = new Slot[64];

    /// <summary>Positions count up for ever and wrap; only their low bits are indices.</summary>
    private uint _head;
    private uint _tail;

    internal readonly bool IsEmpty => _head == _tail;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enqueue(Frame frame)
    {
        Slot[] slots = _slots;
        uint tail = _tail;
        if (tail - _head == (uint)slots.Length) slots = Grow();
        slots[tail & (uint)(slots.Length - 1)].Frame = frame;
        _tail = tail + 1;
    }

    /// <summary>Puts a frame before all others: a direct transfer of control.</summary>
    internal void EnqueueFirst(Frame frame)
    {
        Slot[] slots = _slots;
        if (_tail - _head == (uint)slots.Length) slots = Grow();
        slots[--_head & (uint)(slots.Length - 1)].Frame = frame;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame? TryDequeue()
    {
        uint head = _head;
        if (head == _tail) return null;

        Slot[] slots = _slots;
        ref Slot slot = ref slots[head & (uint)(slots.Length - 1)];
        Frame? frame = slot.Frame;
        slot.Frame = null;
        _head = head + 1;
        return frame;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Slot[] Grow()
    {
        Slot[] old = _slots;
        Slot[] slots = new Slot[old.Length * 2];
        for (uint at = _head; at != _tail; at++)
        {
            slots[at & (uint)(slots.Length - 1)] = old[at & (uint)(old.Length - 1)];
        }

        return _slots = slots;
    }
}
