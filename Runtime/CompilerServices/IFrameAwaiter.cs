namespace CoGen.CompilerServices;

/// <summary>An awaiter of ours: it takes the awaiting frame itself instead of a delegate.</summary>
internal interface IFrameAwaiter
{
    /// <summary>Arranges for <paramref name="frame"/> to be resumed.</summary>
    void Park(Frame frame);
}
