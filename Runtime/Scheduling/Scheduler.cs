using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Runs fibers: a <see cref="LoopScheduler"/> on one thread, a <see cref="PoolScheduler"/> on all cores. The same programs run on
/// both.
/// </summary>
/// <remarks>Members may be called from any thread.</remarks>
[DebuggerDisplay("{Label,nq}: {SuspendedCount} suspended, {TimerCount} timers")]
[DebuggerTypeProxy(typeof(SchedulerDebugView))]
public abstract partial class Scheduler
{
    private protected Scheduler(TimeProvider clock)
    {
        Clock = clock;
        Number = SchedulerList.Add(this);
    }

    /// <summary>
    /// The name of the <see cref="System.Diagnostics.Metrics.Meter"/> that tells of fibers: <c>cogen.fibers.suspended</c>, <c>cogen.fibers.ready</c>, <c>cogen.timers</c>,
    /// <c>cogen.schedulers</c>, <c>cogen.turns</c>, and <c>cogen.loop.lag</c> in seconds. Of worker threads <see cref="Offload.MeterName"/> tells.
    /// </summary>
    public const string MeterName = "CoGen";

    /// <summary>
    /// The name of the <see cref="ActivitySource"/> that has an <see cref="Activity"/> for each fiber, from its spawn to its end, as long as somebody listens. It is the
    /// <see cref="Activity.Current"/> one in the fiber, and belongs to that of the spawner.
    /// </summary>
    public const string ActivitySourceName = "CoGen";

    /// <summary>How many frames stand in the queue, as seen from any thread.</summary>
    internal virtual long ReadyCount => 0;

    /// <summary>What the scheduler is called in a dump.</summary>
    internal string Label => $"{GetType().Name} {Number}";

    /// <summary>Tells the schedulers of the process apart.</summary>
    internal int Number { get; }

    /// <summary>
    /// The scheduler of the fiber that runs this code; in plain code that of the thread's own loop, which is made if need be. It is
    /// where <see cref="Co.Spawn(Action)"/> spawns.
    /// </summary>
    public static Scheduler Current => Carrier.Current.Self.Scheduler;

    /// <summary>The clock that sleeps and timeouts go by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>How many fibers wait or are held back, those included that wait for their turn. Another thread may change that at any time.</summary>
    public abstract int SuspendedCount { get; }

    /// <summary>How many timers are armed: those of sleeps, of timeouts and of delayed starts. Another thread may change that at any time.</summary>
    public abstract int TimerCount { get; }

    /// <summary>
    /// Raised once for each fiber that ends with an error, on the thread that ran it, before those who joined it go on.
    /// Without a handler the error is written to <see cref="Console.Error"/>, and so is what a handler throws. Not raised for the
    /// fiber that <see cref="Co.Run(Action)"/> runs: there the caller gets the error.
    /// </summary>
    public event EventHandler<FiberFailedEventArgs>? FiberFailed;

    /// <summary>Whether several threads deal with the fibers of this scheduler. See <see cref="FiberCore.IsShared"/>.</summary>
    internal abstract bool SharesFibers { get; }

    /// <summary>Where the frames of this scheduler's fibers come from and go to; null if that is another place in each turn.</summary>
    internal abstract FramePools? HomePools { get; }

    /// <summary>Lets <paramref name="frame"/> run after all that are ready now. Called in a turn of this scheduler.</summary>
    internal abstract void Ready(Frame frame);

    /// <summary>Lets <paramref name="frame"/>, of the fiber whose turn it is, run next.</summary>
    internal abstract void ReadyFirst(Frame frame);

    /// <summary>Ends a wait for the very moment that has come. Called by the timer.</summary>
    internal abstract void Elapsed(WaitFrame wait);

    /// <summary>Ends a wait that is out of time, once what has happened before has had its effect. Called by the timer.</summary>
    internal abstract void Overdue(WaitFrame wait);

    /// <summary>Lets <paramref name="frame"/> run. Called on any thread.</summary>
    internal abstract void Post(Frame frame);

    /// <summary>
    /// Says that something outside the scheduler was asked to call <see cref="PostExpected"/>: as long as it has not, nothing is a
    /// deadlock. Called in a turn of this scheduler.
    /// </summary>
    internal abstract void ExpectPost();

    /// <summary>Keeps the promise of one <see cref="ExpectPost"/>. Called on any thread.</summary>
    internal abstract void PostExpected(Frame frame);

    /// <summary>Says that what <see cref="ExpectPost"/> was called for has happened. Called on any thread.</summary>
    internal abstract void MeetExpectation();

    /// <summary>Takes one <see cref="ExpectPost"/> back. Called in a turn of this scheduler.</summary>
    internal abstract void ForgetExpectedPost();

    /// <summary>
    /// Says that a fiber waits for what takes real time: until <see cref="ReleaseClock"/>, a virtual clock is not moved on to the next timer.
    /// Called in a turn of this scheduler.
    /// </summary>
    internal abstract void HoldClock();

    /// <summary>Takes one <see cref="HoldClock"/> back. Called in a turn of this scheduler.</summary>
    internal abstract void ReleaseClock();

    /// <summary>Arms the timer of <paramref name="wait"/>.</summary>
    internal abstract void Arm(WaitFrame wait, TimeSpan delay);

    /// <summary>Disarms the timer of <paramref name="wait"/>, if armed. It does not fire after that.</summary>
    internal abstract void Disarm(WaitFrame wait);

    /// <summary>Whether the calling thread may touch what belongs to <paramref name="fiber"/>, which is this scheduler's.</summary>
    internal abstract bool MayTouch(FiberCore fiber);

    /// <summary>Throws if no fiber will ever run here again.</summary>
    /// <exception cref="ObjectDisposedException">So it is.</exception>
    internal virtual void ThrowIfClosed()
    {
    }

    /// <summary>Lets <paramref name="wait"/> end when nothing can run. Called on the scheduler's thread.</summary>
    internal abstract void AddIdler(IdleWait wait);

    /// <summary>Takes it back.</summary>
    internal abstract void RemoveIdler(IdleWait wait);

    internal abstract void Register(FiberCore fiber);

    internal abstract void Unregister(FiberCore fiber);

    /// <summary>What a dump shows of this scheduler. Called on any thread.</summary>
    /// <param name="reader">Reads the fibers.</param>
    /// <param name="patience">How long a thread that runs fibers may take to answer.</param>
    internal abstract SchedulerSnapshot Inspect(FiberReader reader, TimeSpan patience);

    internal void Report(Fiber fiber, Exception error)
    {
        try
        {
            if (FiberFailed is { } handlers) handlers(this, new FiberFailedEventArgs(fiber, error));
            else Console.Error.WriteLine($"Fiber '{fiber.Name}' failed: {error}");
        }
        catch (Exception another)
        {
            TryWrite($"Fiber '{fiber.Name}' failed: {error}{Environment.NewLine}What should have reported it failed too: {another}");
        }
    }

    /// <summary>Where nothing is left to tell of an error, it must not stop what it is not about.</summary>
    private static void TryWrite(string text)
    {
        try
        {
            Console.Error.WriteLine(text);
        }
        catch (Exception)
        {
            Debug.WriteLine(text);
        }
    }
}
