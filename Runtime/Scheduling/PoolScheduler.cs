using CoGen.CompilerServices;

namespace CoGen;

// The thread pool is the engine: it has the queues, and idle workers steal from busy ones. A work item is a fiber that has mail
// (see FiberCore.Mail); its turn runs the frames that came, oldest first, and ends when none is left.
//
// Fairness. A fiber that is woken goes to the queue of the worker that wakes it, whose caches know what it is about; workers
// look at their own queue first. So that those in the shared queue are never starved, every fiber that has more to do after
// its turn – one that yields – goes to the shared queue, and so does every 61st that a worker wakes.

/// <summary>
/// Runs fibers on the .NET thread pool, on all cores: each fiber on one thread at a time, several fibers at once. The same programs
/// run here as on a <see cref="LoopScheduler"/>, if they share data between fibers as threads must: by CoGen's primitives, by
/// locks, or not at all.
/// </summary>
/// <remarks>
/// Between two waits a fiber runs on one thread; after a wait it may go on on another one. A fiber that holds a lock of threads across waits –
/// <c>lock</c>, <see cref="Monitor"/>, <see cref="Lock"/>, <see cref="Mutex"/> – has a thread of its own, outside the pool, until it has left. Timers and
/// what other threads send are never starved; that somebody waits in the shared queue is looked at by each worker after at most 61 wake-ups for each
/// fiber in its own. Fibers are not run in a fixed order. A pool needs no end: without references it goes away as all objects do.
/// </remarks>
public sealed partial class PoolScheduler : Scheduler
{
    /// <summary>One wake-up in so many goes to the shared queue.</summary>
    private const int WakesPerShared = 61;

    /// <summary>Creates a scheduler.</summary>
    /// <param name="clock">
    /// What sleeps and timeouts go by; the system's clock if null. With a <see cref="VirtualClock"/> fibers never really sleep: when none
    /// of them can run, the clock moves to the next timer, whether or not somebody waits for it.
    /// </param>
    public PoolScheduler(TimeProvider? clock = null)
        : base(clock ?? TimeProvider.System)
    {
        _epoch = Clock.GetTimestamp();
        _virtualClock = Clock as VirtualClock;
        IsSelfContained = _virtualClock is not null;
        if (_virtualClock is null) _timer = Clock.CreateTimer(static pool => ((PoolScheduler)pool!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The scheduler of the process, by the system's clock. It is made when first asked for.</summary>
    public static PoolScheduler Default => field ??= Interlocked.CompareExchange(ref field, new PoolScheduler(), null) ?? field;

    internal override bool SharesFibers => true;

    internal override FramePools? HomePools => null;

    internal override bool MayTouch(FiberCore fiber) => Carrier.Current.Fiber == fiber;

    internal override void Ready(Frame frame) => Post(frame);

    internal override void ReadyFirst(Frame frame)
    {
        Carrier carrier = Carrier.Current;
        frame.Next = carrier.RunsNext;
        carrier.RunsNext = frame;
    }

    internal override void Post(Frame frame)
    {
        // None: a wait that has ended since it was roused.
        if (frame.Fiber is not { } fiber || !fiber.Push(frame)) return;

        Enqueue(fiber, isLocal: ++Carrier.Current.Wakes % WakesPerShared != 0);
    }

    private void Enqueue(FiberCore fiber, bool isLocal)
    {
        if (_tracks) EnqueueTracked(fiber, isLocal);
        else Queue(fiber, fiber, isLocal);
    }

    private static void Queue(FiberCore fiber, IThreadPoolWorkItem turn, bool isLocal)
    {
        if (fiber.OwnThread is { } thread) thread.Post(turn);
        else ThreadPool.UnsafeQueueUserWorkItem(turn, isLocal);
    }

    private protected override Visit BeginRun() => new(MainTurn.Begin("PoolScheduler.Run"), null);

    /// <summary>Runs the turn of a fiber that was queued, and queues it again if it has more to do.</summary>
    internal static void RunTurn(FiberCore fiber)
    {
        if (RunMail(fiber)) Requeue(fiber);
    }

    /// <summary>Queues a fiber that has more to do, for whichever pool it is in by now.</summary>
    private static void Requeue(FiberCore fiber)
    {
        if (fiber.Scheduler is PoolScheduler pool) pool.Enqueue(fiber, isLocal: false);
        else ThreadPool.UnsafeQueueUserWorkItem(fiber, preferLocal: false);
    }

    /// <returns>Whether more mail has come.</returns>
    private static bool RunMail(FiberCore fiber)
    {
        if (fiber.Scheduler is PoolScheduler pool) pool.RunMail(fiber, Carrier.Current);
        else Forward(fiber, fiber.TakeMail());
        return !fiber.TryCloseMail();
    }

    private void RunMail(FiberCore fiber, Carrier carrier)
    {
        Frame? frame = fiber.TakeMail();
        carrier.Turns++;
        fiber.Pools = carrier.Pools;
        fiber.IsInTurn = true;
        carrier.Fiber = fiber;
        long id = fiber.Id;
        bool isWatched = Watched.Turns && frame is not null;
        if (isWatched) Observation.BeginTurn(carrier, fiber, frame!);
        if (fiber.Context is { } context && context != carrier.Context.Capture()) ExecutionContext.Restore(context);

        while (frame is not null)
        {
            Frame? next = frame.Next;
            frame.Next = null;
            Run(fiber, frame);
            while (carrier.RunsNext is { } first)
            {
                carrier.RunsNext = first.Next;
                first.Next = null;
                Run(fiber, first);
            }

            frame = next;
            if (carrier.Fiber == fiber) continue;

            // It has moved, and is no more to be touched here.
            Forward(fiber, frame);
            return;
        }

        fiber.OwnThread?.EndTurn(fiber);
        if (isWatched) Observation.EndTurn(carrier, fiber, id);

        // None while the flow is suppressed, which lasts no longer than the turn.
        if ((!fiber.IsFinished || fiber.Frames > 0) && carrier.Context.Capture() is { } now) fiber.Context = now;
        Volatile.Write(ref fiber.IsInTurn, false);
        carrier.Fiber = null;
        if (_virtualClock is { } clock) PassTime(clock);
    }

    /// <summary>Runs a frame, then whoever it completes for, until something suspends.</summary>
    private static void Run(FiberCore fiber, Frame frame)
    {
        if (fiber.Leaf is { } leaf && (leaf == frame || leaf.IsCompleted)) fiber.Leaf = null;
        while (true)
        {
            frame.Resume();
            if (!frame.IsCompleted || frame.Continuation is not { } next) return;

            if (next.Fiber != fiber)
            {
                frame.WakeContinuation();
                return;
            }

            frame = next;
        }
    }

    /// <summary>
    /// Sends on what came for a fiber that was moved: what is to be done to it, and, if it has just come back, the frame that it is
    /// to go on with here. All else belongs to waits that have ended.
    /// </summary>
    private static void Forward(FiberCore fiber, Frame? frame)
    {
        while (frame is not null)
        {
            Frame? next = frame.Next;
            frame.Next = null;
            if (frame is CallFrame call) call.Deliver();
            else if (frame.Fiber == fiber) fiber.Scheduler.Post(frame);
            frame = next;
        }
    }
}
