namespace CoGen;

/// <summary>Holds a fiber back until its time has come.</summary>
internal sealed class StartWait : WaitFrame
{
    internal static void Begin(FiberCore fiber, TimeSpan delay)
    {
        StartWait wait = new();
        wait.Enter(fiber);
        wait.ContinueWith(fiber);
        if (delay != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(wait, delay);
    }

    internal override void OnTimer()
    {
        FiberCore fiber = Fiber!;
        End(signalled: true);
        fiber.Leaf = null;
        fiber.Frames--;
    }

    internal override string Describe() => "its start";

    private protected override void Recycle() { }
}
