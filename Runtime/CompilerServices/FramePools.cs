using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// The pools of one thread's frames, by <see cref="FrameKind{TFrame}"/>. A fiber carries those of the thread that runs it:
/// every frame can reach its fiber, while a thread-static costs more than all the rest of a rental.
/// </summary>
internal sealed class FramePools
{
    private FramePool?[] _pools = [];

    internal FramePool Of<TFrame>()
        where TFrame : Frame
    {
        FramePool?[] pools = _pools;
        int kind = FrameKind<TFrame>.Index;
        return (uint)kind < (uint)pools.Length && pools[kind] is { } pool ? pool : Add(kind);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FramePool Add(int kind)
    {
        if (kind >= _pools.Length) Array.Resize(ref _pools, kind + 8);
        return _pools[kind] ??= new FramePool();
    }
}
