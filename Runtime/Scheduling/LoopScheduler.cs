using CoGen.CompilerServices;

namespace CoGen;

// gevent's hub, in laws (see docs/laws.md): a spawned fiber runs when its spawner next yields; ready fibers run first in, first
// out, those that become ready during a pass in the same pass; a pass is bounded, so that timers and other threads get
// their turn; whatever wakes a fiber never switches to it.

/// <summary>
/// Runs fibers on one thread, in a fixed order, without data races between their waits. A plain thread gets one when it
/// first spawns, and runs it whenever it waits: <see cref="Co.Run(Action)"/>, <see cref="Fiber.Join()"/>, <see cref="Co.Sleep(int)"/>.
/// </summary>
/// <remarks>
/// Create one yourself to run fibers by another clock, as tests do with a <see cref="VirtualClock"/>. Members may be called
/// from any thread, but only one thread at a time can run the loop.
/// </remarks>
public sealed partial class LoopScheduler : Scheduler
{
    /// <summary>How long a pass may go on before timers and other threads get their turn.</summary>
    private static readonly TimeSpan s_passLimit = TimeSpan.FromMilliseconds(5);

    private readonly Inbox _inbox = new();
    private readonly TimerWheel _timers = new();
    private readonly Parker _parker = new();
    private readonly long _epoch;

    /// <summary>A clock that each turn moves on.</summary>
    private readonly VirtualClock? _cost;

    /// <summary>How many turns are run between two looks at the clock.</summary>
    private readonly int _turnsPerLook = 50;

    /// <summary>Chooses who runs next; null for first in, first out.</summary>
    private readonly Interleaving? _interleaving;
    private ReadyQueue _ready = new();

    /// <summary>The thread that runs the loop, or owns it; null for a loop of nobody's that is not running.</summary>
    private Carrier? _carrier;

    /// <summary>The execution context that the thread has now. Meaningful while the loop runs.</summary>
    private ExecutionContext? _context;

    /// <summary>How many outside events were asked for and have not been taken out of the inbox.</summary>
    private int _postsExpected;

    /// <summary>How many fibers wait for what takes real time.</summary>
    private int _clockHolds;

    /// <summary>Creates a loop that any one thread may run.</summary>
    /// <param name="clock">What sleeps and timeouts go by; the system's clock if null. With a <see cref="VirtualClock"/> the loop never really sleeps.</param>
    public LoopScheduler(TimeProvider? clock = null)
        : this(clock ?? TimeProvider.System, null)
    {
    }

    internal LoopScheduler(TimeProvider clock, Carrier? owner, Interleaving? interleaving = null)
        : base(clock)
    {
        _carrier = owner;
        _interleaving = interleaving;
        _epoch = clock.GetTimestamp();
        IsSelfContained = clock is VirtualClock;
        if (clock is VirtualClock { CostPerTurn.Ticks: > 0 } cost)
        {
            _cost = cost;
            _turnsPerLook = 1;
        }

        Main = new MainFiber(this);
    }

    /// <summary>What is counted goes on.</summary>
    ~LoopScheduler() => SchedulerList.Retire(Turns);

    /// <summary>The plain code of the thread that runs the loop, seen as a fiber.</summary>
    internal FiberCore Main { get; }

    /// <inheritdoc/>
    public override int TimerCount => _timers.Count;

    internal override long ReadyCount => _ready.Count;

    /// <summary>How many turns were run; other threads see it a little late.</summary>
    internal long Turns { get; private set; }

    internal override bool SharesFibers => false;

    internal override FramePools HomePools => Main.Pools;

    /// <summary>Whether the calling thread is the one that runs the loop.</summary>
    internal bool IsOnThread => _carrier is not null && _carrier == Carrier.Current;

    internal override bool MayTouch(FiberCore fiber) => IsOnThread;

    /// <summary>The time since the epoch.</summary>
    private TimeSpan Now => Clock.GetElapsedTime(_epoch);

    internal override void Ready(Frame frame) => _ready.Enqueue(frame);

    internal override void ReadyFirst(Frame frame) => _ready.EnqueueFirst(frame);

    internal override void Elapsed(WaitFrame wait) => wait.End(signalled: true);

    internal override void Overdue(WaitFrame wait) => _timers.AddOverdue(wait);

    internal override void Post(Frame frame)
    {
        if (IsOnThread)
        {
            _ready.Enqueue(frame);
            return;
        }

        _inbox.Push(frame);
        _parker.Unpark();
    }

    internal override void ExpectPost() => _postsExpected++;

    internal override void PostExpected(Frame frame)
    {
        if (IsOnThread) _postsExpected--;
        else frame.IsExpected = true;
        Post(frame);
    }

    internal override void ForgetExpectedPost() => _postsExpected--;

    internal override void MeetExpectation()
    {
        if (IsOnThread) _postsExpected--;
        else Post(new Nothing { IsExpected = true });
    }

    internal override void HoldClock() => _clockHolds++;

    internal override void ReleaseClock() => _clockHolds--;

    internal override void Arm(WaitFrame wait, TimeSpan delay)
    {
        long due = Now.Ticks + delay.Ticks;
        _timers.Add(wait, (due + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
    }

    internal override void Disarm(WaitFrame wait) => _timers.Remove(wait);

    /// <summary>Keeps a promise by its mere coming.</summary>
    private sealed class Nothing : Frame
    {
        internal override void Resume() { }

        private protected override void Recycle() { }
    }

    /// <summary>Runs one turn: a frame, then whoever it completes for, until something suspends.</summary>
    private void Execute(Frame frame)
    {
        Carrier carrier = _carrier!;
        FiberCore? fiber = frame.Fiber;
        if (fiber is null)
        {
            // Nobody's turn: it has nobody's ambient state, and leaves none behind.
            carrier.Fiber = Main;
            EnterContext(Main.Context);
            frame.Resume();
            _context = carrier.Context.Capture();
            return;
        }

        if (carrier.Fiber != fiber) carrier.Fiber = fiber;
        EnterContext(fiber.Context);

        if (fiber.Leaf is { } leaf && (leaf == frame || leaf.IsCompleted)) fiber.Leaf = null;
        while (true)
        {
            frame.Resume();
            if (!frame.IsCompleted || frame.Continuation is not { } next) break;

            if (next.Fiber != fiber)
            {
                frame.WakeContinuation();
                break;
            }

            frame = next;
        }

        // Asked anew, as the thread may have been in Co.Blocking.
        ExecutionContext? now = _carrier!.Context.Capture();
        if (now != _context)
        {
            // None while the flow is suppressed, which lasts no longer than the turn.
            if (now is not null) fiber.Context = now;
            _context = now;
        }
    }

    private void ExecuteWatched(Frame frame)
    {
        Carrier carrier = _carrier!;
        FiberCore fiber = frame.Fiber ?? Main;
        long id = fiber.Id;
        Observation.BeginTurn(carrier, fiber, frame);
        try
        {
            Execute(frame);
        }
        finally
        {
            Observation.EndTurn(carrier, fiber, id);
        }
    }

    private void EnterContext(ExecutionContext? context)
    {
        if (context is null || context == _context) return;
        ExecutionContext.Restore(context);
        _context = context;
    }
}
