using System.Diagnostics;

namespace CoGen;

// Threads of its own, not those of the base class library's pool: that one is meant for work that does not block, and grows by
// a thread or two a second when all of its threads do. Blocking calls there would hold up timers, the continuations of awaits
// and the fibers of a PoolScheduler; and there is no bound on how many of them run that one could set.

/// <summary>
/// A bounded number of threads for calls that block and have no twin: the fiber that asks for the call waits, and all others go
/// on. The counterpart of gevent's <c>ThreadPool</c> and eventlet's <c>tpool</c>.
/// </summary>
/// <remarks>
/// <para>
/// Threads begin when there is work for them and none is idle, and end when they were idle for a while. Calls begin in the order
/// in which they were asked for. A call runs in the ambient state (<see cref="AsyncLocal{T}"/>) of whoever asked for it, and
/// is not interrupted: whoever waits for it may be, and does not hear of its end then.
/// </para>
/// <para>All members may be used from any thread, fiber and async method.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}: {ThreadCount} threads, {RunningCount} run, {QueuedCount} wait")]
public sealed partial class CoThreadPool : IDisposable
{
    private const int DefaultSize = 10;

    private static readonly TimeSpan s_defaultIdleTimeout = TimeSpan.FromSeconds(5);
    private static readonly Lazy<CoThreadPool> s_default = new(static () => new CoThreadPool { Name = "default" });

    private readonly object _gate = new();
    private TimeSpan _idleTimeout;
    private int _size;
    private int _unfinished;
    private bool _isDisposed;
    private TaskCompletionSource? _drained;

    /// <summary>Creates a pool. No thread begins yet.</summary>
    /// <param name="size">How many threads there may be; with 0 nothing runs until <see cref="Size"/> is raised.</param>
    /// <param name="idleTimeout">After which time without work a thread ends; 5 s if null, never if infinite. In real time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the time is out of range.</exception>
    public CoThreadPool(int size = DefaultSize, TimeSpan? idleTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        _size = size;
        _idleTimeout = Time.Require(idleTimeout ?? s_defaultIdleTimeout, nameof(idleTimeout));
    }

    /// <summary>A pool for everybody, of 10 threads unless somebody sets its <see cref="Size"/>.</summary>
    public static CoThreadPool Default => s_default.Value;

    /// <summary>A name for people, which the threads have too.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// How many calls more than <see cref="Size"/> may be there before <see cref="Spawn{TResult}(Func{TResult}, CancellationToken)"/>
    /// makes its caller wait; 1 by default, so that a thread that is done finds the next call waiting.
    /// </summary>
    public int Backlog { get; init; } = 1;

    /// <summary>How many threads there may be. To raise it lets calls begin that wait; to lower it ends threads as they are done.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public int Size
    {
        get
        {
            lock (_gate) return _size;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            int begin = 0;
            lock (_gate)
            {
                _size = value;
                while (TryHireThread()) begin++;
                AdmitSpawners();
                Monitor.PulseAll(_gate);
            }

            BeginThreads(begin);
        }
    }

    /// <summary>After which time without work a thread ends.</summary>
    internal TimeSpan IdleTimeout
    {
        get
        {
            lock (_gate) return _idleTimeout;
        }

        set
        {
            value = Time.Require(value);
            lock (_gate)
            {
                _idleTimeout = value;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>How many calls have not begun.</summary>
    internal int QueuedCount
    {
        get
        {
            lock (_gate) return _queued;
        }
    }

    /// <summary>How many calls run.</summary>
    internal int RunningCount
    {
        get
        {
            lock (_gate) return _unfinished - _queued;
        }
    }

    /// <summary>How many threads there are now.</summary>
    public int ThreadCount
    {
        get
        {
            lock (_gate) return _threads;
        }
    }

    /// <summary>How many calls were asked for and have not ended.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _unfinished;
        }
    }

    /// <summary>Waits until no call is left.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="InvalidOperationException">Called on a thread of this pool: it would wait for its own end.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Join(CancellationToken cancellationToken = default) => Join(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether none is left.</returns>
    /// <inheritdoc cref="Join(CancellationToken)"/>
    public bool Join(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Join");
        return turn.Wait(JoinAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Join(CancellationToken)"/>
    public Coroutine JoinAsync(CancellationToken cancellationToken = default) => JoinAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Join(TimeSpan, CancellationToken)"/>
    public Coroutine<bool> JoinAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (IsOnThread) throw new InvalidOperationException($"A call in {this} waits for all calls in it: it would wait for its own end.");
        Task drained;
        lock (_gate)
        {
            drained = _unfinished == 0 ? Task.CompletedTask : (_drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        return CoTask.WaitAsync(drained, timeout, cancellationToken);
    }

    /// <summary>
    /// Takes no more calls, cancels those that have not begun, and lets the threads end as they are done. Does not wait for them:
    /// call <see cref="Join(CancellationToken)"/> for that.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_first is { } job)
            {
                TakeOut(job);
                job.Cancel(new CancellationToken(canceled: true));
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Gets the name, else the kind.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => Name is null ? nameof(CoThreadPool) : $"{nameof(CoThreadPool)} '{Name}'";
}
