using System.Numerics;

namespace CoGen;

// A hierarchical timing wheel. Level 0 has one slot for each millisecond of the current 64; level n has one slot for each
// 64^n of them. A wait goes to the level of the highest bit in which its deadline differs from now, so it is moved down
// ("cascades") at most five times, and arming and disarming cost the same however many are armed.
//
// Waits with the same deadline fire in the order in which they were armed: lists are appended to, and a slot of level n
// cascades, in order, when the wheel reaches its first millisecond, before anything can be put below it directly.

/// <summary>The timers of one loop, in milliseconds since the loop's epoch.</summary>
internal sealed class TimerWheel
{
    private const int Bits = 6;
    private const int SlotsPerLevel = 1 << Bits;
    private const int Levels = 6;

    /// <summary>Later deadlines wait at the rim and are looked at again when the wheel gets there.</summary>
    private const long Horizon = 1L << (Bits * Levels);

    private struct SlotList
    {
        internal WaitFrame? First;
        internal WaitFrame? Last;
    }

    /// <summary>One more slot holds the waits that are out of time and have not been told yet.</summary>
    private const int OverdueSlot = Levels * SlotsPerLevel;

    private readonly SlotList[] _slots = new SlotList[OverdueSlot + 1];

    /// <summary>One bit for each slot of a level that is not empty.</summary>
    private readonly ulong[] _occupied = new ulong[Levels];

    /// <summary>All deadlines before this have been handled.</summary>
    private long _elapsed;

    internal int Count { get; private set; }

    internal void Add(WaitFrame wait, long deadline)
    {
        wait.Deadline = deadline;
        Link(wait);
        Count++;
    }

    internal void Remove(WaitFrame wait)
    {
        if (wait.TimerSlot < 0) return;
        if (wait.TimerSlot != OverdueSlot) Count--;
        Unlink(wait);
    }

    /// <summary>Keeps a wait whose moment has come, until <see cref="TakeOverdue"/>.</summary>
    internal void AddOverdue(WaitFrame wait) => Append(wait, OverdueSlot);

    internal WaitFrame? TakeOverdue()
    {
        WaitFrame? wait = _slots[OverdueSlot].First;
        if (wait is not null) Unlink(wait);
        return wait;
    }

    /// <summary>Whether one of those that are armed is as asked for. Looks at each.</summary>
    internal bool Any(Func<WaitFrame, bool> predicate)
    {
        foreach (SlotList list in _slots)
        {
            for (WaitFrame? wait = list.First; wait is not null; wait = wait.TimerNext)
            {
                if (predicate(wait)) return true;
            }
        }

        return false;
    }

    /// <summary>The first moment at which <see cref="Advance"/> has something to do; null if nothing is armed.</summary>
    internal long? Next
    {
        get
        {
            // A lower level's slots all lie before a higher level's.
            for (int level = 0; level < Levels; level++)
            {
                if (_occupied[level] != 0) return SlotStart(level, FirstSlot(level));
            }

            return null;
        }
    }

    /// <summary>Fires, in order, all waits whose deadline is not after <paramref name="now"/>.</summary>
    internal void Advance(long now)
    {
        while (Count > 0)
        {
            int level = 0;
            while (_occupied[level] == 0) level++;
            int slot = FirstSlot(level);
            long start = SlotStart(level, slot);
            if (start > now) break;

            _elapsed = Math.Max(_elapsed, start);
            while (_slots[(level * SlotsPerLevel) + slot].First is { } wait)
            {
                Unlink(wait);
                if (wait.Deadline > _elapsed)
                {
                    Link(wait);
                    continue;
                }

                Count--;
                wait.OnTimer();
            }
        }

        _elapsed = Math.Max(_elapsed, now);
    }

    private int FirstSlot(int level)
    {
        int current = (int)(_elapsed >> (level * Bits)) & (SlotsPerLevel - 1);
        return (BitOperations.TrailingZeroCount(BitOperations.RotateRight(_occupied[level], current)) + current) & (SlotsPerLevel - 1);
    }

    private long SlotStart(int level, int slot)
    {
        long range = 1L << (level * Bits);
        long start = (_elapsed & ~((range << Bits) - 1)) + (slot * range);

        // At the rim alone a slot may stand for the next turn of the wheel.
        return level == Levels - 1 && start + range <= _elapsed ? start + Horizon : start;
    }

    private void Link(WaitFrame wait)
    {
        long deadline = Math.Clamp(wait.Deadline, _elapsed, _elapsed + Horizon - 1);
        long differs = Math.Min((_elapsed ^ deadline) | (SlotsPerLevel - 1), Horizon - 1);
        int level = BitOperations.Log2((ulong)differs) / Bits;
        int slot = (int)(deadline >> (level * Bits)) & (SlotsPerLevel - 1);

        Append(wait, (level * SlotsPerLevel) + slot);
        _occupied[level] |= 1UL << slot;
    }

    private void Append(WaitFrame wait, int slot)
    {
        wait.TimerSlot = slot;
        ref SlotList list = ref _slots[slot];
        wait.TimerPrevious = list.Last;
        if (list.Last is null) list.First = wait;
        else list.Last.TimerNext = wait;
        list.Last = wait;
    }

    private void Unlink(WaitFrame wait)
    {
        ref SlotList list = ref _slots[wait.TimerSlot];
        if (wait.TimerPrevious is null) list.First = wait.TimerNext;
        else wait.TimerPrevious.TimerNext = wait.TimerNext;
        if (wait.TimerNext is null) list.Last = wait.TimerPrevious;
        else wait.TimerNext.TimerPrevious = wait.TimerPrevious;
        if (list.First is null && wait.TimerSlot != OverdueSlot) _occupied[wait.TimerSlot / SlotsPerLevel] &= ~(1UL << (wait.TimerSlot % SlotsPerLevel));

        wait.TimerPrevious = null;
        wait.TimerNext = null;
        wait.TimerSlot = -1;
    }
}
