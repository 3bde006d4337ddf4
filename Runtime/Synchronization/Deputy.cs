namespace CoGen;

/// <summary>A thread that holds something for a fiber whose own thread cannot: it does what it is told, one thing after the other, until its end.</summary>
internal sealed class Deputy
{
    private readonly Queue<Action> _jobs = new();
    private bool _isOver;

    internal Deputy() => StandIn.Run(Serve);

    /// <summary>Adds something to be done, which throws nothing.</summary>
    internal void Post(Action job)
    {
        lock (_jobs)
        {
            _jobs.Enqueue(job);
            Monitor.Pulse(_jobs);
        }
    }

    /// <summary>Has something done that takes no time and throws nothing, and waits for it.</summary>
    internal void Do(Action job)
    {
        using ManualResetEventSlim done = new();
        Post(() =>
        {
            job();
            done.Set();
        });
        done.Wait();
    }

    /// <summary>Lets the thread go once it has done what it was told.</summary>
    internal void End() => Post(() => _isOver = true);

    private void Serve()
    {
        while (!_isOver) Next()();
    }

    private Action Next()
    {
        lock (_jobs)
        {
            while (_jobs.Count == 0) Monitor.Wait(_jobs);
            return _jobs.Dequeue();
        }
    }
}
