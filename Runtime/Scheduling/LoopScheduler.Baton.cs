using System.Runtime.ExceptionServices;

namespace CoGen;

// One thread at a time runs the loop: its own, as a rule. When that is in Co.Blocking for longer than a moment, a stand-in takes over, and runs the loop until somebody
// wants it: a fiber whose region is over, which must go on on its own thread, for its stack is there; or the loop's own thread, after it has lent the loop to such a
// fiber for the rest of a turn. All hand-overs are made between turns.

public sealed partial class LoopScheduler
{
    /// <summary>Guards who runs the loop. Waited on by those who want to.</summary>
    private readonly object _baton = new();

    /// <summary>Those whose region is over, first come first.</summary>
    private readonly Queue<BlockingRegion> _returning = [];

    /// <summary>The regions that fibers are in. Touched in turns.</summary>
    private readonly List<BlockingRegion> _regions = [];

    /// <summary>The region of the thread that would run the loop, and may be relieved of it.</summary>
    private BlockingRegion? _offered;

    /// <summary>Whether somebody waits for the loop. Written under the baton, read between turns.</summary>
    private volatile bool _isWanted;

    /// <summary>Whether the loop's own thread has lent the loop.</summary>
    private bool _isLent;

    /// <summary>Whether nobody runs the loop, since what its own thread waits for has happened, but that is still in a region.</summary>
    private bool _isFree;

    /// <summary>What the loop's own thread waits for.</summary>
    private PumpFrame? _until;

    /// <summary>What a stand-in has run into.</summary>
    private ExceptionDispatchInfo? _failure;

    /// <summary>Set while the loop is run by its own thread; null until it was not for the first time.</summary>
    private CoEvent? _home;

    /// <summary>Whether another thread than its own runs the loop: then the locks that its fibers hold cannot be that thread's. Asked in a turn.</summary>
    internal bool IsAway { get; private set; }

    /// <summary>What the thread wears that runs the loop.</summary>
    internal Carrier? CarrierNow => Volatile.Read(ref _carrier);

    /// <summary>Waits until the loop is run by its own thread, but no longer than <paramref name="timeout"/>. Called in a turn.</summary>
    internal Coroutine<bool> UntilHome(TimeSpan timeout) => IsAway ? _home!.WaitAsync(timeout) : new Coroutine<bool>(true);

    /// <summary>The thread that runs the loop begins a region.</summary>
    internal void Offer(BlockingRegion region)
    {
        _regions.Add(region);
        ExpectPost();
        HoldClock();
        region.IsKept = !MayBeRelieved();
        if (region.IsKept) return;

        lock (_baton)
        {
            if (_isWanted)
            {
                region.IsTaken = true;
                HandOver();
                return;
            }

            region.IsOffered = true;
            _offered = region;
        }

        LoopRelief.Offer(region);
    }

    /// <summary>The region is over: waits until the loop is free.</summary>
    internal void TakeBack(BlockingRegion region)
    {
        lock (_baton)
        {
            if (region.IsOffered)
            {
                region.IsOffered = false;
                _offered = null;
            }

            if (!region.IsTaken) return;
            _returning.Enqueue(region);
            _isWanted = true;
            if (_isFree)
            {
                _isFree = false;
                HandOver();
            }
            else if (_offered is { } other)
            {
                other.IsOffered = false;
                other.IsTaken = true;
                _offered = null;
                HandOver();
            }
        }

        // Who runs it may be asleep.
        if (region.IsTaken) WakeUp();
        lock (_baton) WaitWhile(static region => region.IsTaken, region);
    }

    /// <summary>The calling thread, which wears the carrier again, goes on with the turn that the region was in.</summary>
    internal void GoOn(BlockingRegion region)
    {
        Arrive(_carrier!);

        // The end of the turn compares with what is there from here on: what the turn has changed before is taken now.
        if (_context is { } context) region.OfFiber.Context = context;
        _carrier!.Fiber = region.OfFiber;
        _regions.Remove(region);
        ForgetExpectedPost();
        ReleaseClock();
    }

    /// <summary>Runs the loop on the calling thread, a stand-in, until somebody wants it, if <paramref name="region"/> is not over.</summary>
    internal void Relieve(BlockingRegion region)
    {
        lock (_baton)
        {
            if (!region.IsOffered) return;
            region.IsOffered = false;
            region.IsTaken = true;
            _offered = null;
        }

        Carrier? own = Carrier.Wear(_carrier!);
        ExecutionContext? before = ExecutionContext.Capture();
        Arrive(_carrier!);
        try
        {
            RunLoop(_until!, isStandIn: true);
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }

        Carrier.Wear(own);
        if (before is not null) ExecutionContext.Restore(before);
        lock (_baton)
        {
            if (_isWanted) HandOver();
            else _isFree = true;
        }
    }

    /// <summary>The loop's own thread, between two turns, lets those go first who have come back from regions.</summary>
    private void Lend()
    {
        lock (_baton)
        {
            if (_returning.Count == 0) return;
            _isLent = true;
            HandOver();
            WaitWhile(static loop => loop._isLent, this);
        }

        Carrier.Wear(_carrier!);
        Arrive(_carrier!);
    }

    /// <summary>Gives the loop to the next who wants it: first to who has come back from a region, then to the loop's own thread. Called under the baton.</summary>
    private void HandOver()
    {
        if (_returning.TryDequeue(out BlockingRegion? next)) next.IsTaken = false;
        else _isLent = false;
        _isWanted = _isLent || _returning.Count > 0;
        Monitor.PulseAll(_baton);
    }

    /// <summary>Makes the loop the calling thread's, which wears its carrier.</summary>
    private void Arrive(Carrier carrier)
    {
        carrier.Move();
        _context = carrier.Context.Capture();
        bool isAway = carrier.Thread != _until!.Thread;
        if (isAway == IsAway) return;
        IsAway = isAway;
        if (!isAway) _home!.Set();
        else if (_home is null) _home = new CoEvent { Name = "the loop's own thread" };
        else _home.Reset();
    }

    /// <summary>Whether another thread can run the loop. No lock of a thread must be held for one of its fibers; and where turns are chosen, real time must have no say.</summary>
    private bool MayBeRelieved() => _interleaving is null && !HeldLocks.IsAnyHeldOn(this) && !FiberReaderWriterLock.IsAnyHeldOn(this);

    private void WakeUp()
    {
        _inbox.Push(new Nothing());
        _parker.Unpark();
    }

    /// <summary>Waits under the baton. An interrupt of the thread is left for its next wait.</summary>
    private void WaitWhile<TState>(Func<TState, bool> condition, TState state)
    {
        bool wasInterrupted = false;
        while (condition(state))
        {
            try
            {
                Monitor.Wait(_baton);
            }
            catch (ThreadInterruptedException)
            {
                wasInterrupted = true;
            }
        }

        if (wasInterrupted) Thread.CurrentThread.Interrupt();
    }
}
