namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// How long until a <see cref="TimeoutScope"/> that is open here interrupts; <see cref="Timeout.InfiniteTimeSpan"/> if none
    /// will. A callee may ask it to share out the time that is left, or to give up early.
    /// </summary>
    /// <remarks>Behind a <see cref="ShieldScope"/> the timeouts outside it do not count, or only after the shield's own time.</remarks>
    public static TimeSpan TimeLeft => Carrier.Current switch
    {
        { Fiber: { } fiber } => fiber.TimeLeft,
        { Loop: { } loop } => loop.Main.TimeLeft,
        _ => Timeout.InfiniteTimeSpan,
    };

    /// <summary>
    /// Limits the time of what follows: use it as <c>using (Co.TimeoutAfter(…)) { … }</c>. gevent's <c>with Timeout(seconds)</c>.
    /// </summary>
    /// <inheritdoc cref="TimeoutScope(TimeSpan)" path="/param"/>
    /// <inheritdoc cref="TimeoutScope(TimeSpan)" path="/exception"/>
    /// <returns>The scope, started. Dispose of it when the work is done.</returns>
    public static TimeoutScope TimeoutAfter(TimeSpan duration) => new TimeoutScope(duration).Start();

    /// <inheritdoc cref="TimeoutAfter(TimeSpan)"/>
    /// <inheritdoc cref="TimeoutScope(TimeSpan, string)" path="/param"/>
    public static TimeoutScope TimeoutAfter(TimeSpan duration, string message) => new TimeoutScope(duration, message).Start();

    /// <inheritdoc cref="TimeoutAfter(TimeSpan)"/>
    /// <inheritdoc cref="TimeoutScope(TimeSpan, Exception)" path="/param"/>
    public static TimeoutScope TimeoutAfter(TimeSpan duration, Exception error) => new TimeoutScope(duration, error).Start();

    /// <inheritdoc cref="TimeoutAfter(TimeSpan)"/>
    /// <inheritdoc cref="TimeoutScope(TimeSpan, Func{Exception})" path="/param"/>
    public static TimeoutScope TimeoutAfter(TimeSpan duration, Func<Exception> error) => new TimeoutScope(duration, error).Start();

    /// <summary>Keeps kills, and the timeouts that are running, from what follows: use it as <c>using (Co.Shield()) { … }</c>.</summary>
    /// <returns>The shield. Dispose of it when the work is done; what it held back is thrown at the next wait after that.</returns>
    public static ShieldScope Shield() => Shield(Timeout.InfiniteTimeSpan);

    /// <summary>
    /// Keeps kills, and the timeouts that are running, from what follows, but no longer than <paramref name="limit"/>: clean-up
    /// with a deadline.
    /// </summary>
    /// <param name="limit">How long at most. After it, what was held back is thrown at the wait the fiber is at.</param>
    /// <inheritdoc cref="Shield()"/>
    public static ShieldScope Shield(TimeSpan limit) => new(limit);
}
