namespace CoGen;

/// <summary>The outermost scope of each fiber: it is interrupted by a kill.</summary>
internal sealed class KillScope : InterruptScope
{
    internal KillScope(FiberCore fiber) => Fiber = fiber;

    /// <summary>The last kill.</summary>
    internal Exception? Error { get; set; }

    internal override TimeSpan TimeLeft => Pending is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;

    internal override void Abandon()
    {
        FiberCore.Forget(this);
        LetGoOfCaller();
    }
}
