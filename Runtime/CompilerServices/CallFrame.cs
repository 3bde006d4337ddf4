namespace CoGen.CompilerServices;

/// <summary>Something to be done on a scheduler's thread, between the turns of its fibers. It must not wait and must not throw.</summary>
internal sealed class CallFrame(Action action) : Frame
{
    internal override void Resume() => action();

    private protected override void Recycle() { }
}
