using System.Runtime.CompilerServices;

namespace CoGen;

public sealed partial class CoThreadPool
{
    /// <summary>Whose thread this is.</summary>
    [ThreadStatic]
    private static CoThreadPool? t_pool;

    private int _threads;
    private int _idle;

    /// <summary>When the present span of time began, as long as a thread may be idle, after which is seen how many threads nobody needed in it.</summary>
    private long _spanBegan;

    /// <summary>The fewest threads that were idle at once in that span.</summary>
    private int _idleInSpan;

    /// <summary>Whether the calling thread is one of this pool.</summary>
    internal bool IsOnThread => t_pool == this;

    /// <summary>Whether one more thread is to begin. Called under the gate; the caller then begins it.</summary>
    private bool TryHireThread()
    {
        // Who is idle and was told, but has not come yet, still counts as idle, and what it was told of as queued.
        if (_queued <= _idle || _threads >= _size) return false;
        _threads++;

        // The new thread will take one: another is to begin for the next only if that is too much for the idle ones.
        _idle++;
        return true;
    }

    private void BeginThreads(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Thread thread = new(Work) { IsBackground = true, Name = $"{this} thread" };
            try
            {
                thread.UnsafeStart();
            }
            catch (OutOfMemoryException)
            {
                // The machine has none left: the others do the work.
                lock (_gate)
                {
                    _threads--;
                    Engage();
                    if (_threads > 0) return;
                }

                throw;
            }
        }
    }

    private void Work()
    {
        t_pool = this;
        lock (_gate) Engage();
        while (TryWorkOnce())
        {
        }
    }

    /// <summary>Waits for a call and makes it. A frame of its own: while the thread is idle, nothing on its stack keeps the last call alive.</summary>
    /// <returns>False if the thread is to end.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryWorkOnce()
    {
        if (TryTake() is not { } job) return false;

        if (job.Context is { } context) ExecutionContext.Run(context, static job => ((ThreadJob)job!).Run(), job);
        else ExecutionContext.Run(EmptyContext.Value, static job => ((ThreadJob)job!).Run(), job);
        job.Context = null;
        job.Registration.Unregister();
        lock (_gate) Finish();
        return true;
    }

    /// <summary>One thread less is idle. Called under the gate.</summary>
    private void Engage()
    {
        _idle--;
        _idleInSpan = Math.Min(_idleInSpan, _idle);
    }

    /// <summary>
    /// Whether the calling thread is to end, because fewer would have done for long. Who is idle longest is told first, so that without this
    /// a few calls now and then would keep all threads alive. Called under the gate.
    /// </summary>
    private bool IsSurplus()
    {
        if (_idleTimeout == Timeout.InfiniteTimeSpan || _first is not null) return false;
        long now = Environment.TickCount64;
        if (now - _spanBegan < _idleTimeout.TotalMilliseconds) return false;
        if (_idleInSpan > 0)
        {
            _idleInSpan--;
            return true;
        }

        _spanBegan = now;
        _idleInSpan = _idle;
        return false;
    }

    private ThreadJob? TryTake()
    {
        lock (_gate)
        {
            while (_threads <= _size && !IsSurplus())
            {
                if (_first is not null) return Dequeue();
                if (_isDisposed) break;

                _idle++;
                bool wasTold = Monitor.Wait(_gate, _idleTimeout);
                Engage();
                if (!wasTold && _first is null) break;
            }

            _threads--;
            return null;
        }
    }
}
