namespace CoGen;

public sealed partial class CoThreadPool
{
    private readonly Queue<ThreadJob> _spawners = new();
    private ThreadJob? _first;
    private ThreadJob? _last;
    private int _queued;
    private int _waitingSpawners;

    /// <summary>Puts a call in the queue.</summary>
    /// <param name="mayWait">Whether whoever asks waits, by the job's admission, when too many calls are there already.</param>
    internal void Enqueue(ThreadJob job, bool mayWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        job.Context = ExecutionContext.Capture();
        bool begins;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            job.IsQueued = true;
            job.Before = _last;
            if (_last is null) _first = job;
            else _last.After = job;
            _last = job;
            _queued++;
            _unfinished++;
            if (mayWait && _unfinished - _waitingSpawners > _size + Backlog)
            {
                job.Admission = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                job.HasWaitingSpawner = true;
                _waitingSpawners++;
                _spawners.Enqueue(job);
            }

            begins = TryHireThread();
            if (!begins) Monitor.Pulse(_gate);
        }

        if (begins) BeginThreads(1);
        if (!cancellationToken.CanBeCanceled) return;

        job.Registration = cancellationToken.UnsafeRegister(static (state, token) => Cancel(state!, token), (this, job));
        if (job.IsOver) job.Registration.Unregister();
    }

    /// <summary>Nobody waits for a call any more: it is not made, if it has not begun.</summary>
    internal void Drop(ThreadJob job)
    {
        lock (_gate)
        {
            if (job.IsQueued) TakeOut(job);
        }
    }

    private static void Cancel(object state, CancellationToken cancellationToken)
    {
        (CoThreadPool pool, ThreadJob job) = ((CoThreadPool, ThreadJob))state;
        job.Cancel(cancellationToken);
        pool.Drop(job);
    }

    /// <summary>Takes a call out of the queue that will not be made. Called under the gate.</summary>
    private void TakeOut(ThreadJob job)
    {
        Unlink(job);
        job.Drop();
        job.Context = null;
        if (job.HasWaitingSpawner) StopWaiting(job);
        Finish();
    }

    private ThreadJob Dequeue()
    {
        ThreadJob job = _first!;
        Unlink(job);
        return job;
    }

    private void Unlink(ThreadJob job)
    {
        job.IsQueued = false;
        if (job.Before is null) _first = job.After;
        else job.Before.After = job.After;
        if (job.After is null) _last = job.Before;
        else job.After.Before = job.Before;
        job.Before = null;
        job.After = null;
        _queued--;
    }

    /// <summary>A call has ended, or is not made. Called under the gate.</summary>
    private void Finish()
    {
        _unfinished--;
        AdmitSpawners();
        if (_unfinished > 0) return;
        _drained?.SetResult();
        _drained = null;
    }

    /// <summary>Lets those go on who wait to spawn, first come first, as far as there is room. Called under the gate.</summary>
    private void AdmitSpawners()
    {
        while (_spawners.TryPeek(out ThreadJob? job) && (!job.HasWaitingSpawner || _unfinished - _waitingSpawners < _size + Backlog))
        {
            _spawners.Dequeue();
            if (job.HasWaitingSpawner) StopWaiting(job);
        }
    }

    private void StopWaiting(ThreadJob job)
    {
        job.HasWaitingSpawner = false;
        _waitingSpawners--;
        job.Admission!.SetResult();
    }
}
