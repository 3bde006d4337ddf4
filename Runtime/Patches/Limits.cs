namespace CoGen.Patches;

/// <summary>The timeouts of the base class library's waits. What a wait does not allow is given to the original, which says so.</summary>
internal static class Limits
{
    internal static bool Allow(int milliseconds) => milliseconds >= -1;

    internal static bool Allow(TimeSpan timeout) => (long)timeout.TotalMilliseconds is >= -1 and <= int.MaxValue;

    internal static TimeSpan Of(int milliseconds) => milliseconds == -1 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds((long)milliseconds);

    internal static TimeSpan Of(TimeSpan timeout) => Time.Require(timeout);
}
