using System.Diagnostics;

namespace CoGen;

/// <summary>
/// A <see cref="LoopScheduler"/> on a thread of its own, which runs until this object is disposed: for fibers that are to go on
/// while the program's plain code does something else. All members may be called from any thread.
/// </summary>
/// <example>
/// <code>
/// using BackgroundLoop background = BackgroundLoop.Start("metrics");
/// background.Scheduler.Spawn(SendMetrics);
/// int answer = background.Scheduler.Run(Ask);
/// </code>
/// </example>
/// <remarks>
/// Fibers of different loops exchange messages by CoGen's primitives, join each other, and go from one to the other with
/// <see cref="Co.SwitchTo"/>. The thread is a background thread: it does not keep the process alive.
/// </remarks>
[DebuggerDisplay("{Name,nq}: {Scheduler}")]
public sealed class BackgroundLoop : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly CoSemaphore _stop = new(0) { Name = "stop" };
    private readonly TaskCompletionSource<bool> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _graceGiven;
    private int _isStopping;

    private BackgroundLoop(string name, TimeProvider clock)
    {
        Name = name;
        Scheduler = new LoopScheduler(clock) { IsSelfContained = false, RunsForEver = true };
    }

    /// <summary>The name of the thread, which tools show.</summary>
    public string Name { get; }

    /// <summary>The loop.</summary>
    public LoopScheduler Scheduler { get; }

    /// <summary>Starts a thread that runs a new loop.</summary>
    /// <param name="name">A name for people.</param>
    /// <param name="clock">What sleeps and timeouts go by; the system's clock if null.</param>
    /// <returns>The loop. Dispose it to end it.</returns>
    public static BackgroundLoop Start(string name = "CoGen loop", TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        BackgroundLoop background = new(name, clock ?? TimeProvider.System);
        new Thread(background.Serve) { Name = name, IsBackground = true }.UnsafeStart();
        return background;
    }

    /// <summary>
    /// Ends the loop: nothing new is spawned, all its fibers are killed, and those that have not ended after
    /// <paramref name="grace"/> stay suspended for ever. Has no effect on a loop that was stopped, but waits for its end.
    /// </summary>
    /// <param name="grace">How long, by the loop's clock, the fibers may take; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether all fibers have ended.</returns>
    /// <remarks>A fiber of the loop itself that calls this is killed as the others are.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The duration is less than -1 ms.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public bool Stop(TimeSpan grace)
    {
        using MainTurn turn = MainTurn.Begin("BackgroundLoop.Stop");
        return turn.Wait(StopAsync(grace));
    }

    /// <inheritdoc cref="Stop"/>
    public Coroutine<bool> StopAsync(TimeSpan grace)
    {
        grace = Time.Require(grace);
        if (Interlocked.Exchange(ref _isStopping, 1) == 0)
        {
            _graceGiven = grace;
            _stop.Release();
        }

        return CoTask.GetResultAsync(_stopped.Task);
    }

    /// <summary><see cref="Stop"/>, with five seconds of grace.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Dispose() => Stop(s_grace);

    /// <summary><see cref="StopAsync"/>, with five seconds of grace.</summary>
    /// <returns>What to await.</returns>
    public ValueTask DisposeAsync() => StopAsync(s_grace).WithoutResult().AsValueTask();

    private void Serve()
    {
        try
        {
            Scheduler.Serve(ServeAsync);
        }
        catch (Exception error) when (Volatile.Read(ref _isStopping) != 0)
        {
            // Whoever stops the loop is told. Without one it is nobody's to handle.
            _stopped.TrySetException(error);
        }
    }

    private async Coroutine<bool> ServeAsync()
    {
        await _stop.WaitAsync();
        bool haveAllEnded = await Scheduler.CloseAsync(_graceGiven);

        // Not by the thread, when that has come back: it may be in Co.Blocking.
        _stopped.TrySetResult(haveAllEnded);
        return haveAllEnded;
    }
}
