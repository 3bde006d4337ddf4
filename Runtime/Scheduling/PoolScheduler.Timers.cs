namespace CoGen;

public sealed partial class PoolScheduler
{
    private readonly Lock _timerLock = new();
    private readonly TimerWheel _timers = new();
    private readonly long _epoch;

    /// <summary>Calls back when the wheel has something to do. None in virtual time.</summary>
    private readonly ITimer? _timer;

    /// <summary>The moment for which <see cref="_timer"/> is set.</summary>
    private long _timerDue = long.MaxValue;

    /// <inheritdoc/>
    public override int TimerCount
    {
        get
        {
            lock (_timerLock) return _timers.Count;
        }
    }

    /// <summary>The time since a millisecond before the epoch: no deadline is 0, which is that of a wait that was never armed.</summary>
    private TimeSpan Now => Clock.GetElapsedTime(_epoch) + TimeSpan.FromMilliseconds(1);

    internal override void Arm(WaitFrame wait, TimeSpan delay)
    {
        long due = (Now.Ticks + delay.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        lock (_timerLock)
        {
            _timers.Add(wait, due);
            SetTimer();
        }
    }

    internal override void Disarm(WaitFrame wait)
    {
        // Of a wait that was ever armed the timer may just be firing, which it does under the lock.
        if (wait.Deadline == 0) return;
        lock (_timerLock) _timers.Remove(wait);
        wait.Deadline = 0;
    }

    internal override void Elapsed(WaitFrame wait) => wait.Rouse(WaitFrame.Signalled);

    internal override void Overdue(WaitFrame wait) => _timers.AddOverdue(wait);

    private void OnTimer()
    {
        lock (_timerLock)
        {
            _timerDue = long.MaxValue;
            FireTimers();
            RouseOverdue();
            SetTimer();
        }
    }

    /// <summary>Called under the lock, as are all below. To rouse a wait calls nothing foreign.</summary>
    private void FireTimers() => _timers.Advance(Now.Ticks / TimeSpan.TicksPerMillisecond);

    /// <summary>Ends the waits whose timeout has come: those who were roused by what they wait for are queued before them.</summary>
    /// <returns>Whether there was one.</returns>
    private bool RouseOverdue()
    {
        bool any = false;
        while (_timers.TakeOverdue() is { } wait)
        {
            any = true;
            wait.OnOverdue();
        }

        return any;
    }

    private void SetTimer()
    {
        if (_timer is null || _timers.Next is not { } next || next >= _timerDue) return;
        _timerDue = next;
        double delay = (TimeSpan.FromMilliseconds(next) - Now).TotalMilliseconds;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(delay), 0, int.MaxValue)), Timeout.InfiniteTimeSpan);
    }
}
