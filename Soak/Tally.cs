namespace CoGen.Soak;

/// <summary>What has happened, in numbers.</summary>
internal sealed class Tally
{
    private long _moves;
    private long _timeouts;
    private long _cancelled;
    private long _survived;
    private int _killed;
    private int _ended;

    internal void Move() => Interlocked.Increment(ref _moves);

    internal void TimeOut() => Interlocked.Increment(ref _timeouts);

    internal void CancelWait() => Interlocked.Increment(ref _cancelled);

    internal void Survive() => Interlocked.Increment(ref _survived);

    /// <summary>Counts how a fiber has ended.</summary>
    internal void Count(Fiber fiber, World world)
    {
        _ended++;
        if (fiber.State == FiberState.Killed) _killed++;
        else if (fiber.State != FiberState.Succeeded) world.Broken($"{fiber} is {fiber.State}");
    }

    public override string ToString() =>
        $"{_ended} fibers, {_killed} killed, {_survived} kills survived, {_timeouts} timeouts, {_cancelled} cancellations, {_moves} moves";
}
