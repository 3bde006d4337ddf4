using CoGen.CompilerServices;

namespace CoGen;

// Co.Blocking in a fiber. What is called there is plain code of the thread: the thread puts on another carrier, so that nothing takes it for the one
// that runs the fiber, and whatever it does to fibers comes to them as from any other thread. The carrier that it has put off is the loop's: who wears that
// runs the loop. It lies ready for a stand-in as long as the region lasts.

/// <summary>A call that blocks, in the turn of a fiber. At the top of the fiber's stack it is what the fiber waits for.</summary>
internal sealed class BlockingRegion : Frame
{
    /// <summary>What threads wear in regions, one for each thread, unless it is in use.</summary>
    [ThreadStatic]
    private static Carrier? t_spare;

    private readonly Carrier _carrier;
    private readonly Carrier _guest;
    private readonly LoopScheduler? _loop;

    private BlockingRegion(Carrier carrier, FiberCore fiber)
    {
        _carrier = carrier;
        OfFiber = fiber;
        _loop = fiber.Scheduler as LoopScheduler;
        _guest = t_spare ?? new Carrier();
        t_spare = null;
        Thread = Thread.CurrentThread;
    }

    /// <summary>The fiber that has called.</summary>
    internal FiberCore OfFiber { get; }

    /// <summary>Where the call is made.</summary>
    internal Thread Thread { get; }

    /// <summary>Whether the loop waits for the call.</summary>
    internal bool IsKept { get; set; }

    /// <summary>Whether the loop may be taken, and has not been. Guarded by the loop's baton.</summary>
    internal bool IsOffered { get; set; }

    /// <summary>Whether the loop was taken, and is to be waited for. Guarded by the loop's baton.</summary>
    internal bool IsTaken { get; set; }

    /// <summary>Makes the calling thread leave the fiber whose turn it is; in plain code it does nothing.</summary>
    internal static BlockingRegion? Enter()
    {
        Carrier carrier = Carrier.Current;
        if (carrier.Fiber is not { } fiber || fiber is MainFiber) return null;

        BlockingRegion region = new(carrier, fiber);
        fiber.Leaf = region;
        region._guest.Host = fiber;
        Carrier.Wear(region._guest);
        region._loop?.Offer(region);
        return region;
    }

    /// <summary>Brings the thread back into the fiber, when its loop is free.</summary>
    internal void Leave()
    {
        _loop?.TakeBack(this);
        Carrier.Wear(_loop?.CarrierNow ?? _carrier);
        _guest.Host = null;
        t_spare = _guest;
        _loop?.GoOn(this);
        if (OfFiber.Leaf == this) OfFiber.Leaf = null;
    }

    /// <summary>Runs the loop in place of the thread that is blocked, on the calling thread, if it has not come back.</summary>
    internal void Relieve() => _loop!.Relieve(this);

    internal override void Resume() { }

    internal override string Describe() => $"a call in Co.Blocking on thread {Thread.ManagedThreadId}";

    private protected override void Recycle() { }
}
