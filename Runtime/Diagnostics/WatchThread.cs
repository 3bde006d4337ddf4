namespace CoGen;

/// <summary>The thread that looks after things from time to time. It is there while there is something to look after.</summary>
internal static class WatchThread
{
    private static readonly List<Job> s_jobs = [];
    private static bool s_isThere;

    /// <summary>Has <paramref name="look"/> called every <paramref name="period"/>, in real time.</summary>
    /// <returns>What takes it back.</returns>
    internal static Job Add(Action look, TimeSpan period)
    {
        Job job = new(look, period);
        lock (s_jobs)
        {
            s_jobs.Add(job);
            if (s_isThere)
            {
                Monitor.Pulse(s_jobs);
                return job;
            }

            s_isThere = true;
        }

        new Thread(Serve) { Name = "CoGen watch", IsBackground = true, Priority = ThreadPriority.AboveNormal }.UnsafeStart();
        return job;
    }

    private static void Serve()
    {
        while (TakeDue() is { } due)
        {
            foreach (Job job in due) job.Run();
        }
    }

    /// <summary>Waits until there is something to do.</summary>
    /// <returns>Null if there is nothing to look after any more.</returns>
    private static List<Job>? TakeDue()
    {
        lock (s_jobs)
        {
            while (true)
            {
                s_jobs.RemoveAll(static job => job.IsOver);
                if (s_jobs.Count == 0)
                {
                    s_isThere = false;
                    return null;
                }

                long now = Environment.TickCount64;
                List<Job> due = s_jobs.FindAll(job => job.Due <= now);
                if (due.Count > 0) return due;
                Monitor.Wait(s_jobs, TimeSpan.FromMilliseconds(s_jobs.Min(static job => job.Due) - now));
            }
        }
    }

    /// <summary>Something that is called from time to time.</summary>
    internal sealed class Job(Action look, TimeSpan period) : IDisposable
    {
        private readonly long _period = Math.Max(1, (long)Math.Ceiling(period.TotalMilliseconds));
        private volatile bool _isOver;

        internal bool IsOver => _isOver;

        internal long Due { get; private set; } = Environment.TickCount64 + Math.Max(1, (long)Math.Ceiling(period.TotalMilliseconds));

        /// <summary>Ends it. A call that has begun goes on.</summary>
        public void Dispose()
        {
            _isOver = true;
            lock (s_jobs) Monitor.Pulse(s_jobs);
        }

        internal void Run()
        {
            if (_isOver) return;
            try
            {
                look();
            }
            catch (Exception error)
            {
                Console.Error.WriteLine($"A function that CoGen calls from time to time has failed: {error}");
            }

            Due = Environment.TickCount64 + _period;
        }
    }
}
