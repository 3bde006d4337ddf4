using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Runs fibers.</summary>
public abstract class Scheduler
{
    private protected Scheduler(TimeProvider clock) => Clock = clock;

    /// <summary>The clock that sleeps and timeouts go by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>
    /// Raised once for each fiber that ends with an error, on the thread that ran it, before those who joined it go on.
    /// Without a handler the error is written to <see cref="Console.Error"/>. Not raised for the fiber that
    /// <see cref="Co.Run(Action)"/> runs: there the caller gets the error.
    /// </summary>
    public event EventHandler<FiberFailedEventArgs>? FiberFailed;

    /// <summary>Lets <paramref name="frame"/> run after all that are ready now. Called on the scheduler's thread.</summary>
    internal abstract void Ready(Frame frame);

    /// <summary>Lets <paramref name="frame"/> run next. Called on the scheduler's thread.</summary>
    internal abstract void ReadyFirst(Frame frame);

    /// <summary>Ends a wait for the very moment that has come. Called by the timer.</summary>
    internal abstract void Elapsed(WaitFrame wait);

    /// <summary>Ends a wait that is out of time when the present pass is over. Called by the timer.</summary>
    internal abstract void Overdue(WaitFrame wait);

    /// <summary>Lets <paramref name="frame"/> run. Called on any thread.</summary>
    internal abstract void Post(Frame frame);

    /// <summary>Says that something outside the scheduler was asked to call <see cref="PostExpected"/>: as long as it has not, nothing is a deadlock.</summary>
    internal abstract void ExpectPost();

    /// <summary>Keeps the promise of one <see cref="ExpectPost"/>. Called on any thread.</summary>
    internal abstract void PostExpected(Frame frame);

    /// <summary>Takes one <see cref="ExpectPost"/> back.</summary>
    internal abstract void ForgetExpectedPost();

    /// <summary>Arms the timer of <paramref name="wait"/>.</summary>
    internal abstract void Arm(WaitFrame wait, TimeSpan delay);

    /// <summary>Disarms the timer of <paramref name="wait"/>, if armed.</summary>
    internal abstract void Disarm(WaitFrame wait);

    /// <summary>Whether the calling thread is the one that may touch this scheduler's fibers.</summary>
    internal abstract bool IsOnThread { get; }

    /// <summary>Lets <paramref name="wait"/> end when nothing can run. Called on the scheduler's thread.</summary>
    internal abstract void AddIdler(IdleWait wait);

    /// <summary>Takes it back.</summary>
    internal abstract void RemoveIdler(IdleWait wait);

    internal abstract void Register(FiberCore fiber);

    internal abstract void Unregister(FiberCore fiber);

    internal void Report(Fiber fiber, Exception error)
    {
        try
        {
            if (FiberFailed is { } handlers) handlers(this, new FiberFailedEventArgs(fiber, error));
            else Console.Error.WriteLine($"Fiber '{fiber.Name}' failed: {error}");
        }
        catch (Exception another)
        {
            Console.Error.WriteLine($"Fiber '{fiber.Name}' failed: {error}{Environment.NewLine}A handler of FiberFailed failed too: {another}");
        }
    }
}
