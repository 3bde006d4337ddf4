namespace CoGen.CompilerServices;

/// <summary>The frame of a call that threw before it ever suspended.</summary>
internal sealed class FaultedFrame<T> : Frame<T>
{
    internal FaultedFrame(Exception error) => Fail(error);

    internal override void Resume() { }

    private protected override void Recycle() { }
}
