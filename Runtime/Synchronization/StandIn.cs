namespace CoGen;

/// <summary>
/// A thread that does for a fiber what only a thread can do: stand in the line of a lock, or be blocked in a member that cannot be waited for
/// otherwise. There are as many as are needed at a time, for they may wait for each other; those that have nothing to do end after a while.
/// </summary>
internal sealed class StandIn
{
    private static readonly List<StandIn> s_idle = [];

    /// <summary>Whether this thread takes no other job.</summary>
    [ThreadStatic]
    private static bool t_isOver;

    private Action? _job;

    private StandIn(Action job) => _job = job;

    /// <summary>How long one that has nothing to do waits for a job.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs <paramref name="job"/>, which throws nothing, on a thread of its own.</summary>
    internal static void Run(Action job)
    {
        StandIn? idle = null;
        lock (s_idle)
        {
            if (s_idle.Count > 0)
            {
                idle = s_idle[^1];
                s_idle.RemoveAt(s_idle.Count - 1);
            }
        }

        if (idle is null) new Thread(new StandIn(job).Serve) { IsBackground = true, Name = "CoGen stand-in" }.UnsafeStart();
        else idle.Give(job);
    }

    /// <summary>Ends the stand-in that runs this when its job has ended.</summary>
    internal static void EndThis() => t_isOver = true;

    private void Give(Action job)
    {
        lock (this)
        {
            _job = job;
            Monitor.Pulse(this);
        }
    }

    private void Serve()
    {
        while (!t_isOver && TakeJob() is { } job) job();
    }

    /// <summary>The next job; null after some time without one.</summary>
    private Action? TakeJob()
    {
        lock (this)
        {
            if (_job is null)
            {
                lock (s_idle) s_idle.Add(this);
                while (_job is null)
                {
                    if (!Monitor.Wait(this, Patience) && _job is null && TryEnd()) return null;
                }
            }

            Action job = _job;
            _job = null;
            return job;
        }
    }

    /// <summary>Whether nobody is about to give this thread a job.</summary>
    private bool TryEnd()
    {
        lock (s_idle) return s_idle.Remove(this);
    }
}
