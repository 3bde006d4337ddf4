namespace CoGen;

/// <summary>Checks durations as the base class library's own waits do.</summary>
internal static class Time
{
    internal static void Require(TimeSpan duration, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(duration))] string? name = null)
    {
        long milliseconds = (long)duration.TotalMilliseconds;
        if (milliseconds is < -1 or > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(name, duration, "A duration is not negative and at most int.MaxValue milliseconds; Timeout.InfiniteTimeSpan stands for ever.");
        }
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
