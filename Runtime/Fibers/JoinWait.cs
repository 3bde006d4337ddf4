namespace CoGen;

/// <summary>A fiber's wait for another fiber of the same scheduler to end.</summary>
internal sealed class JoinWait : WaitFrame
{
    internal JoinWait? NextJoiner;
    private FiberCore? _awaited;

    internal static JoinWait Begin(FiberCore fiber, FiberCore awaited, TimeSpan timeout)
    {
        JoinWait wait = (JoinWait?)fiber.Pools.Of<JoinWait>().TryRent() ?? new JoinWait();
        wait.Enter(fiber);
        wait._awaited = awaited;
        awaited.AddJoiner(wait);
        if (timeout != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, timeout);
        return wait;
    }

    internal override object? WaitsFor => _awaited;

    internal override string Describe() => $"Join of '{_awaited!.Name}'";

    private protected override bool TryWithdraw()
    {
        _awaited!.RemoveJoiner(this);
        return true;
    }

    private protected override void Recycle()
    {
        _awaited = null;
        Retire<JoinWait>();
    }
}
