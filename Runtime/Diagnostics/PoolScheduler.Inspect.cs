namespace CoGen;

public sealed partial class PoolScheduler
{
    internal override SchedulerSnapshot Inspect(FiberReader reader, TimeSpan patience)
    {
        Carrier[] carriers = SchedulerList.Carriers;

        // Those that run come first: one in its first turn is among those that are suspended only when that has ended.
        FiberCore[] running = [.. carriers.Select(static carrier => carrier.Fiber).OfType<FiberCore>().Where(fiber => fiber.Scheduler == this)];
        FiberSnapshot[] fibers = [.. Suspended().Union(running).OrderBy(static fiber => fiber.Id).Select(Snapshot)];
        return new SchedulerSnapshot(this, fibers) { Activity = SchedulerActivity.Running, TimerCount = TimerCount };

        FiberSnapshot Snapshot(FiberCore fiber)
        {
            if (Carrier.Current.Fiber == fiber) return reader.Read(fiber, null, null);
            if (!TryHold(fiber)) return carriers.FirstOrDefault(carrier => carrier.Fiber == fiber) is { } carrier ? reader.ReadRunning(fiber, carrier) : reader.ReadQueued(fiber);
            try
            {
                return reader.Read(fiber, null, TimeUntil);
            }
            finally
            {
                LetGo(fiber);
            }
        }
    }

    /// <summary>Keeps a fiber that waits from running: its mail is open, as in a turn, so that nobody queues it.</summary>
    /// <returns>False if it runs, or is queued.</returns>
    private bool TryHold(FiberCore fiber)
    {
        // Counted as a turn is: the mail that comes meanwhile is nobody else's to see.
        if (_tracks && Interlocked.Increment(ref _active) == 1) Interlocked.Increment(ref _awakenings);
        if (fiber.TryOpenMail()) return true;

        Leave();
        return false;
    }

    private void LetGo(FiberCore fiber)
    {
        if (!fiber.TryCloseMail()) Requeue(fiber);
        Leave();
    }

    private void Leave()
    {
        if (_tracks && Interlocked.Decrement(ref _active) == 0) OnIdle();
    }

    private TimeSpan TimeUntil(WaitFrame wait) => TimeSpan.FromMilliseconds(wait.Deadline) - Now;
}
