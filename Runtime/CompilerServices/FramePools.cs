using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// The unused frames of one scheduler, a stack for each kind: what a finished call leaves, the next one takes. Used on the
/// scheduler's thread. They hang on the scheduler, which every frame can reach, because a thread-static costs more than all
/// the rest of a rental.
/// </summary>
internal sealed class FramePools
{
    /// <summary>Beyond this the garbage collector gets the rest: a burst must not be kept for ever.</summary>
    private const int Capacity = 16 * 1024;

    /// <summary>A struct around the reference spares the array its covariance check.</summary>
    private struct Slot
    {
        internal Frame? Frame;
    }

    private sealed class Stack
    {
        /// <summary>
        /// Slots above <see cref="Count"/> keep what they last held: a frame mostly comes back to the slot it was taken from,
        /// and storing a reference that stands there already is what this saves.
        /// </summary>
        internal Slot[] Slots = new Slot[16];

        internal int Count;
    }

    /// <summary>Numbers the kinds of frames.</summary>
    private static class Kind<TFrame>
    {
        internal static readonly int Index = Interlocked.Increment(ref s_kinds) - 1;
    }

    private static int s_kinds;

    private Stack?[] _stacks = [];

    internal TFrame? TryRent<TFrame>()
        where TFrame : Frame
    {
        Stack?[] stacks = _stacks;
        int kind = Kind<TFrame>.Index;
        if ((uint)kind >= (uint)stacks.Length || stacks[kind] is not { Count: > 0 } stack) return null;

        return Unsafe.As<TFrame>(stack.Slots[--stack.Count].Frame);
    }

    internal void Return<TFrame>(TFrame frame)
        where TFrame : Frame
    {
        Stack?[] stacks = _stacks;
        int kind = Kind<TFrame>.Index;
        Stack stack = (uint)kind < (uint)stacks.Length && stacks[kind] is { } existing ? existing : Add(kind);
        int count = stack.Count;
        if (count == stack.Slots.Length && !TryGrow(stack)) return;

        ref Slot slot = ref stack.Slots[count];
        if (slot.Frame != frame) slot.Frame = frame;
        stack.Count = count + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Stack Add(int kind)
    {
        if (kind >= _stacks.Length) Array.Resize(ref _stacks, kind + 8);
        return _stacks[kind] ??= new Stack();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryGrow(Stack stack)
    {
        if (stack.Slots.Length == Capacity) return false;
        Array.Resize(ref stack.Slots, stack.Slots.Length * 2);
        return true;
    }
}
