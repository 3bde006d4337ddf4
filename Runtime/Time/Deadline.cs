namespace CoGen;

/// <summary>The end of a time that several waits share, by the clock of the scheduler.</summary>
internal readonly struct Deadline
{
    private readonly TimeProvider? _clock;
    private readonly long _begun;
    private readonly TimeSpan _timeout;

    private Deadline(TimeSpan timeout)
    {
        _timeout = timeout;
        if (timeout <= TimeSpan.Zero) return;
        _clock = Carrier.Current.Fiber?.Scheduler.Clock ?? TimeProvider.System;
        _begun = _clock.GetTimestamp();
    }

    internal static Deadline In(TimeSpan timeout) => new(timeout);

    /// <summary>How much time is left: zero for none, <see cref="Timeout.InfiniteTimeSpan"/> for no end.</summary>
    internal TimeSpan Left => _clock is null ? _timeout : Time.Remaining(_clock, _begun, _timeout);
}
