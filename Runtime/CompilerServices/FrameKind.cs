namespace CoGen.CompilerServices;

/// <summary>Numbers the kinds of frames.</summary>
internal static class FrameKind
{
    private static int s_count;

    internal static int Next() => Interlocked.Increment(ref s_count) - 1;
}

/// <summary>The number of one kind of frame.</summary>
internal static class FrameKind<TFrame>
    where TFrame : Frame
{
    internal static readonly int Index = FrameKind.Next();
}
