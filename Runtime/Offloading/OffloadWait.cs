namespace CoGen;

/// <summary>A wait for the end of a call on a worker thread. By a virtual clock no time passes meanwhile.</summary>
internal sealed class OffloadWait : WaitFrame
{
    private OffloadJob? _job;

    /// <summary>Lets a thread of <paramref name="pool"/> make a call, and waits for its end. Throws nothing of the call's.</summary>
    internal static Coroutine<bool> Begin(CoThreadPool pool, OffloadJob job)
    {
        OffloadWait wait;
        if (Carrier.Current.Fiber is { } fiber)
        {
            fiber.ThrowIfKilled();
            wait = (OffloadWait?)fiber.Pools.Of<OffloadWait>().TryRent() ?? new OffloadWait();
            wait.Enter(fiber);
            wait.ExpectFromOutside();
            wait.HoldClock();
        }
        else
        {
            wait = new OffloadWait();
        }

        wait._job = job;
        job.Begin(wait, pool);
        return new Coroutine<bool>(wait);
    }

    internal override string Describe() => _job is { } job ? $"{job.Describe()} on a worker thread" : base.Describe();

    private protected override bool TryWithdraw() => _job!.TryAbandon();

    private protected override void Recycle()
    {
        _job = null;
        if (Fiber is not null) Retire<OffloadWait>();
    }
}
