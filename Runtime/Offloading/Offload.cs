namespace CoGen;

/// <summary>
/// Runs calls that block and have no asynchronous counterpart on worker threads, while the fiber waits and all others go on. Coroutines call
/// it where a patch says so: <c>File.Copy(a, b)</c> becomes <c>await Offload.RunAsync((a, b), static x =&gt; File.Copy(x.a, x.b))</c>.
/// </summary>
/// <remarks>
/// <para>
/// There is one pool of threads for the process, apart from the .NET thread pool, which is not meant for calls that block. Threads begin when there is
/// work for them and none is idle, up to <see cref="MaximumThreads"/>, and end when they are idle for long. If all are busy, calls wait, and
/// begin in the order in which they were asked for. A call that is made on a worker thread already is simply made.
/// </para>
/// <para>
/// The call sees the ambient state of whoever asked for it: values of <see cref="AsyncLocal{T}"/>, the culture, the principal, the activity. What it
/// changes in it is seen after it in the fiber, as after the original call; outside fibers it is not, as after the await of any task. What belongs to the
/// thread – <c>[ThreadStatic]</c> fields, locks that are held – does not come along.
/// </para>
/// <para>
/// A kill or a timeout ends the wait. A call that has not begun is not made then. One that runs cannot be interrupted: it goes on, unheard; its error is
/// dropped, and its result is disposed of, if it is <see cref="IDisposable"/> and none of the arguments, so that a file that nobody waits for any more is
/// not left open.
/// </para>
/// <para>By a <see cref="VirtualClock"/>, no time passes while a call is out. All members may be used from any thread, fiber and async method.</para>
/// </remarks>
public static class Offload
{
    /// <summary>
    /// The name of the <see cref="System.Diagnostics.Metrics.Meter"/> that tells of worker threads: <c>cogen.offload.threads</c>, <c>cogen.offload.queued</c>,
    /// <c>cogen.offload.running</c>, <c>cogen.offload.calls</c>, and <c>cogen.offload.duration</c> in seconds.
    /// </summary>
    public const string MeterName = "CoGen.Offload";

    // Calls may wait for each other, as who opens one end of a FIFO waits for who opens the other: too few threads would be a deadlock
    // that the program does not have.
    private const int DefaultMaximumThreads = 256;

    private static readonly CoThreadPool s_pool = Create();

    /// <summary>How many worker threads there may be; 256 by default. To raise it lets calls begin that wait; to lower it ends threads as they are done.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static int MaximumThreads
    {
        get => s_pool.Size;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            s_pool.Size = value;
        }
    }

    /// <summary>After which time without work a thread ends, in real time; 5 s by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not <see cref="Timeout.InfiniteTimeSpan"/>, or more than <see cref="int.MaxValue"/> milliseconds.</exception>
    public static TimeSpan IdleTimeout
    {
        get => s_pool.IdleTimeout;
        set => s_pool.IdleTimeout = value;
    }

    /// <summary>How many worker threads there are now.</summary>
    public static int ThreadCount => s_pool.ThreadCount;

    /// <summary>How many calls wait for a thread now.</summary>
    public static int QueuedCount => s_pool.QueuedCount;

    /// <summary>How many calls run now.</summary>
    public static int RunningCount => s_pool.RunningCount;

    /// <summary>Makes a call on a worker thread, and waits for it while others go on.</summary>
    /// <typeparam name="TArgs">The type of the arguments.</typeparam>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="call">What to call.</param>
    /// <exception cref="Exception">What the call threw, with the stack it threw it on.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static Coroutine RunAsync<TArgs>(TArgs arguments, Action<TArgs> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!s_pool.IsOnThread) return WaitAsync(new OffloadJob<TArgs>(arguments, call));
        call(arguments);
        return default;
    }

    /// <typeparam name="TArgs">The type of the arguments.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    /// <inheritdoc cref="RunAsync{TArgs}(TArgs, Action{TArgs})"/>
    public static Coroutine<TResult> RunAsync<TArgs, TResult>(TArgs arguments, Func<TArgs, TResult> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return s_pool.IsOnThread ? new Coroutine<TResult>(call(arguments)) : WaitAsync(new OffloadJob<TArgs, TResult>(arguments, call));
    }

    private static async Coroutine WaitAsync(OffloadJob job)
    {
        await OffloadWait.Begin(s_pool, job);
        job.TakeOutcome();
    }

    private static async Coroutine<TResult> WaitAsync<TArgs, TResult>(OffloadJob<TArgs, TResult> job)
    {
        await OffloadWait.Begin(s_pool, job);
        job.TakeOutcome();
        return job.Result;
    }

    private static CoThreadPool Create()
    {
        CoThreadPool pool = new(DefaultMaximumThreads) { Name = "offload" };
        OffloadMetrics.Observe(pool);
        return pool;
    }
}
