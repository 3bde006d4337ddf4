namespace CoGen.CompilerServices;

/// <summary>A stack of unused frames of one kind, one for each thread: what a finished call leaves, the next one takes.</summary>
internal static class FramePool<TFrame>
    where TFrame : Frame
{
    /// <summary>Beyond this the garbage collector gets the rest: a burst must not be kept for ever.</summary>
    private const ushort Capacity = 16 * 1024;

    [ThreadStatic]
    private static TFrame? t_top;

    internal static TFrame? TryRent()
    {
        TFrame? frame = t_top;
        if (frame is not null)
        {
            t_top = System.Runtime.CompilerServices.Unsafe.As<TFrame?>(frame.Next);
            frame.Next = null;
        }

        return frame;
    }

    internal static void Return(TFrame frame)
    {
        TFrame? top = t_top;
        ushort depth = top is null ? (ushort)0 : top.PoolDepth;
        if (depth == Capacity) return;

        frame.PoolDepth = (ushort)(depth + 1);
        frame.Next = top;
        t_top = frame;
    }
}
