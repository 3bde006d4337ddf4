using System.Runtime.CompilerServices;

namespace CoGen;

public sealed partial class CoThreadPool
{
    /// <summary>Whose thread this is.</summary>
    [ThreadStatic]
    private static CoThreadPool? t_pool;

    private int _threads;
    private int _idle;

    private bool IsOnThread => t_pool == this;

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
            thread.UnsafeStart();
        }
    }

    private void Work()
    {
        t_pool = this;
        lock (_gate) _idle--;
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

    private ThreadJob? TryTake()
    {
        lock (_gate)
        {
            while (_threads <= _size)
            {
                if (_first is not null) return Dequeue();
                if (_isDisposed) break;

                _idle++;
                bool wasTold = Monitor.Wait(_gate, _idleTimeout);
                _idle--;
                if (!wasTold && _first is null) break;
            }

            _threads--;
            return null;
        }
    }
}
