namespace CoGen;

/// <summary>Functions that a thread of their own calls from time to time, whatever the fibers do: gevent's <c>add_monitoring_function</c>.</summary>
public static class Monitoring
{
    private static readonly Dictionary<Action, WatchThread.Job> s_functions = [];

    /// <summary>Has a function called every <paramref name="period"/> of real time; one that was added before has this period from now on.</summary>
    /// <param name="function">The function. All of them are called by one thread: they must be short. What one throws goes to <see cref="Console.Error"/>.</param>
    /// <param name="period">How often.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive.</exception>
    public static void Add(Action function, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        lock (s_functions)
        {
            if (s_functions.Remove(function, out WatchThread.Job? before)) before.Dispose();
            s_functions.Add(function, WatchThread.Add(function, period));
        }
    }

    /// <summary>Takes a function back. A call that has begun goes on.</summary>
    /// <param name="function">The function.</param>
    /// <returns>Whether it was there.</returns>
    public static bool Remove(Action function)
    {
        ArgumentNullException.ThrowIfNull(function);
        lock (s_functions)
        {
            if (!s_functions.Remove(function, out WatchThread.Job? job)) return false;
            job.Dispose();
            return true;
        }
    }
}
