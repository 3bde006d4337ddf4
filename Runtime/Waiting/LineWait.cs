namespace CoGen;

/// <summary>A wait in the line of one primitive. Its value: whether it got what it came for.</summary>
/// <typeparam name="TNode">Its place in the line. It belongs to the wait for good and is reused with it.</typeparam>
internal sealed class LineWait<TNode> : WaitFrame
    where TNode : LineNode, new()
{
    internal readonly TNode Node = new();

    private LineWait() => Node.Wait = this;

    internal override bool MayBeRousedFromOutside => true;

    /// <summary>Takes a wait for the code that runs now: a fiber's, or one outside any fiber.</summary>
    /// <param name="despiteKill">Whether a fiber that was killed is to wait none the less, and be told at its next wait.</param>
    internal static LineWait<TNode> Rent(bool despiteKill = false)
    {
        if (Carrier.Current.Fiber is not { } fiber) return new LineWait<TNode>();

        if (!despiteKill) fiber.ThrowIfKilled();
        LineWait<TNode> wait = (LineWait<TNode>?)fiber.Pools.Of<LineWait<TNode>>().TryRent() ?? new LineWait<TNode>();
        wait.Enter(fiber);
        return wait;
    }

    /// <summary>Waits. The node is in line, and may have been roused since.</summary>
    internal Coroutine<bool> Begin(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Limit(timeout, cancellationToken);
        return new Coroutine<bool>(this);
    }

    /// <summary>Waits for what surely comes from outside the fiber's scheduler.</summary>
    internal Coroutine<bool> BeginOutside(TimeSpan timeout)
    {
        ExpectFromOutside();
        return Begin(timeout, default);
    }

    /// <summary>Gives back a wait that need not be: its node was never in line.</summary>
    internal void Discard() => Recycle();

    private protected override bool TryServe() => Node.TryServe();

    private protected override bool TryWithdraw() => Node.TryWithdraw();

    internal override object? WaitsFor => Node.WaitsFor;

    internal override object? HeldLock => Node.HeldLock;

    internal override string Describe() => Node.Describe();

    private protected override void Recycle()
    {
        Node.Clear();
        if (Fiber is not null) Retire<LineWait<TNode>>();
    }
}
