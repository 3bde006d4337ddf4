namespace CoGen;

// The fibers of a pool go from thread to thread, and a lock belongs to one. So a fiber that is to hold a lock across waits gets a thread: it goes there
// before it enters, and all its turns are run there until it has left. What plain code it calls finds its thread inside, and all others are kept out.

/// <summary>The thread of a pool's fiber that holds locks of threads.</summary>
internal sealed class OwnThread
{
    private Thread? _thread;
    private IThreadPoolWorkItem? _turn;
    private bool _isOver;

    private OwnThread() => StandIn.Run(Serve);

    /// <summary>How many locks the fiber holds on this thread, or is about to enter. Touched in its turns alone.</summary>
    internal int Holds { get; set; }

    internal bool IsCurrent => Volatile.Read(ref _thread) == Thread.CurrentThread;

    /// <summary>The thread of <paramref name="fiber"/>, whose turn it is and which is to wait until that is <see cref="IsCurrent"/>.</summary>
    internal static OwnThread Of(FiberCore fiber) => fiber.Extras.OwnThread ??= new OwnThread();

    /// <summary>Has the thread run a turn. There is never more than one to run.</summary>
    internal void Post(IThreadPoolWorkItem turn)
    {
        lock (this)
        {
            _turn = turn;
            Monitor.Pulse(this);
        }
    }

    /// <summary>A turn of the fiber is over: lets the thread go if the fiber needs it no longer.</summary>
    internal void EndTurn(FiberCore fiber)
    {
        bool isLeft = fiber.IsFinished && fiber.Frames == 0;
        if (Holds > 0 && !isLeft) return;

        fiber.Extras.OwnThread = null;
        lock (this)
        {
            _isOver = true;
            Monitor.Pulse(this);
        }
    }

    private void Serve()
    {
        Volatile.Write(ref _thread, Thread.CurrentThread);
        ExecutionContext clean = ExecutionContext.Capture() ?? EmptyContext.Value;
        while (NextTurn() is { } turn) ExecutionContext.Run(clean, static turn => ((IThreadPoolWorkItem)turn!).Execute(), turn);
        Volatile.Write(ref _thread, null);

        // What the fiber has not left is the thread's, which must do nothing else with it.
        if (Holds > 0) StandIn.EndThis();
    }

    private IThreadPoolWorkItem? NextTurn()
    {
        lock (this)
        {
            while (_turn is null && !_isOver) Monitor.Wait(this);
            IThreadPoolWorkItem? turn = _turn;
            _turn = null;
            return turn;
        }
    }
}
