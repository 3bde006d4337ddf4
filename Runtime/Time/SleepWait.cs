namespace CoGen;

/// <summary>A fiber's sleep.</summary>
internal sealed class SleepWait : WaitFrame
{
    /// <summary>Sleeps for <paramref name="delay"/>, or for ever if it is <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    internal static Coroutine Begin(FiberCore fiber, TimeSpan delay)
    {
        SleepWait wait = (SleepWait?)fiber.Pools.Of<SleepWait>().TryRent() ?? new SleepWait();
        wait.Enter(fiber);
        if (delay != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, delay);
        return new Coroutine(wait);
    }

    /// <summary>Here the timer is what is waited for, so no turn is given to anything else first.</summary>
    internal override void OnTimer() => Fiber!.Scheduler.Elapsed(this);

    internal override string Describe() => "Sleep";

    private protected override void Recycle() => Retire<SleepWait>();
}
