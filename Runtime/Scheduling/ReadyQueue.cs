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

    /// <summary>Entries before this position were put first: they must run next, whatever order is asked for.</summary>
    private uint _firstEnd;

    internal readonly bool IsEmpty => _head == _tail;

    /// <summary>How many there are, as seen from any thread.</summary>
    internal readonly int Count => Math.Max(0, (int)(_tail - _head));

    /// <summary>Copies the entries, first the one that runs next. What another thread changes meanwhile may be missing.</summary>
    internal readonly List<Frame> ToList()
    {
        List<Frame> frames = [];
        Slot[] slots = _slots;
        uint end = _tail;
        for (uint at = _head; at != end; at++)
        {
            if (slots[at & (uint)(slots.Length - 1)].Frame is { } frame) frames.Add(frame);
        }

        return frames;
    }

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
        if ((int)(_firstEnd - _head) <= 0) _firstEnd = _head;
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

    /// <summary>Takes the entry that <paramref name="interleaving"/> chooses; the others keep their order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Frame? TryDequeue(Interleaving interleaving)
    {
        int count = (int)(_tail - _head);
        if (count <= 1 || (int)(_firstEnd - _head) > 0) return TryDequeue();

        uint mask = (uint)(_slots.Length - 1);
        uint at = _head + (uint)interleaving.Choose(count);
        Frame? chosen = _slots[at & mask].Frame;
        for (; at != _head; at--) _slots[at & mask] = _slots[(at - 1) & mask];
        _slots[at & mask].Frame = chosen;
        return TryDequeue();
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
