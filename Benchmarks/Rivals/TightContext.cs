namespace CoGen.Benchmarks.Rivals;

/// <summary>The fastest that ordinary tasks get on one thread: a synchronization context with an unsynchronized queue.</summary>
internal sealed class TightContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    internal void Run(Func<Task> entry)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            Task task = entry();
            while (_posted.TryDequeue(out (SendOrPostCallback Callback, object? State) next)) next.Callback(next.State);
            if (!task.IsCompleted) throw new InvalidOperationException("The work waits for something other than a yield.");
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
