namespace CoGen;

/// <summary>Holds a fiber back until its time has come.</summary>
internal sealed class StartWait : WaitFrame
{
    internal static void Begin(FiberCore fiber, TimeSpan delay)
    {
        StartWait wait = new() { Fiber = fiber };
        wait.ContinueWith(fiber);
        fiber.Scheduler.Register(fiber);
        if (delay != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, delay);
    }

    internal override void OnTimer() => Fiber!.Scheduler.Elapsed(this);

    internal override string Describe() => "its start";

    private protected override void Recycle() { }
}
