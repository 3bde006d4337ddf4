namespace CoGen;

/// <summary>Takes durations as the base class library's own waits do.</summary>
internal static class Time
{
    /// <summary>Checks a duration.</summary>
    /// <returns>
    /// The duration; or, as the library goes by whole milliseconds, for ever if it is above -2 ms and at most -1 ms, and zero if it is
    /// above that and negative.
    /// </returns>
    internal static TimeSpan Require(TimeSpan duration, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(duration))] string? name = null)
    {
        long milliseconds = (long)duration.TotalMilliseconds;
        if (milliseconds is < -1 or > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(name, duration, "A duration is not negative and at most int.MaxValue milliseconds; Timeout.InfiniteTimeSpan stands for ever.");
        }

        return duration >= TimeSpan.Zero ? duration : milliseconds == 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
    }

    /// <summary>What is left of a duration that began at a timestamp; not negative.</summary>
    internal static TimeSpan Remaining(TimeProvider clock, long begun, TimeSpan duration)
    {
        TimeSpan left = duration - clock.GetElapsedTime(begun);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    internal static TimeSpan Milliseconds(int milliseconds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(milliseconds))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        return milliseconds == -1 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds((long)milliseconds);
    }

    /// <summary>What is left of <paramref name="timeout"/> after <paramref name="elapsed"/>.</summary>
    internal static TimeSpan Left(TimeSpan timeout, TimeSpan elapsed) =>
        timeout == Timeout.InfiniteTimeSpan ? timeout : elapsed < timeout ? timeout - elapsed : TimeSpan.Zero;
}
