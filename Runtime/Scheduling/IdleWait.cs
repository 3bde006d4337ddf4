namespace CoGen;

/// <summary>A wait for the others to have nothing to do.</summary>
internal sealed class IdleWait : WaitFrame
{
    /// <summary>Whether armed timers and awaited tasks are something to do.</summary>
    internal bool IsForTimersToo { get; private init; }

    internal override bool IsInBackground => true;

    internal static Coroutine<bool> Begin(FiberCore fiber, bool forTimersToo, TimeSpan timeout)
    {
        fiber.ThrowIfKilled();
        IdleWait wait = new() { IsForTimersToo = forTimersToo };
        wait.Enter(fiber);
        fiber.Scheduler.AddIdler(wait);
        wait.Limit(timeout, CancellationToken.None);
        return new Coroutine<bool>(wait);
    }

    internal override string Describe() => "the others to have nothing to do";

    private protected override bool TryWithdraw()
    {
        Fiber!.Scheduler.RemoveIdler(this);
        return true;
    }

    private protected override void Recycle() => Retire<IdleWait>();
}
