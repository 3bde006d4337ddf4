using System.Diagnostics;
using System.Runtime.ExceptionServices;
using CoGen.CompilerServices;

namespace CoGen;

// A fiber is the last frame of its own logical stack: when its root frame completes, the unwinding loop goes on with the
// fiber, which takes the result.
//
// Cores are pooled; what users hold is a Fiber, a pair of core and id. Only a fiber that ended well, and has no result and
// no extras such as a name, is returned to the pool. So a Fiber whose id is no longer its core's is known to have ended
// well, and recycling can never be observed.

/// <summary>The life of one fiber. Touched on its loop's thread, or on a pool in its own turn, unless said otherwise.</summary>
internal abstract partial class FiberCore : Frame
{
    private protected enum Phase : byte
    {
        /// <summary>In no queue: nothing has started it.</summary>
        Unstarted,

        /// <summary>Stands in a queue, or waits for its start.</summary>
        Created,
        Started,
        Succeeded,
        Failed,
        Killed,
    }

    /// <summary>Read by other threads to learn whether a handle is still about this life.</summary>
    private long _id;
    private Phase _phase;
    private Coroutine _root;
    private FiberExtras? _extras;

    /// <summary>Read by other threads, too: whoever sends something to the fiber.</summary>
    internal Scheduler Scheduler = null!;

    /// <summary>Where this fiber's frames come from and go to.</summary>
    internal FramePools Pools = null!;

    /// <summary>The ambient state the fiber runs under, kept here while it does not run. Coroutines that it has not awaited go on under it after its end.</summary>
    internal ExecutionContext? Context;

    /// <summary>The wait at the top of the stack. Meaningful while the fiber waits, null while it runs.</summary>
    internal Frame? Leaf;

    /// <summary>How many frames are alive in this fiber.</summary>
    internal int Frames;

    /// <summary>How many waits the fiber did not have to wait for, one after the other. See <see cref="Fair"/>.</summary>
    internal int FreeWaits;

    /// <summary>Where the scheduler keeps this fiber among those that are suspended; -1 if it does not.</summary>
    internal int Slot = -1;

    /// <summary>
    /// Whether several threads deal with this fiber: because it is a pool's, has been moved, or was spawned by another thread.
    /// Then its joiners are kept under the gate, and its core is never used again.
    /// </summary>
    internal bool IsShared;

    /// <summary>Whether it is its turn on a pool.</summary>
    internal bool IsInTurn;

    internal long Id => Volatile.Read(ref _id);

    internal string Name
    {
        get => _extras?.Name ?? $"Fiber-{_id}";
        set => Extras.Name = value;
    }

    /// <summary>Whether nobody waits for what the fiber does.</summary>
    internal bool IsInBackground => _extras?.IsInBackground == true;

    internal Exception? Error => _extras?.Error;

    /// <summary>Made when first asked for, on any thread.</summary>
    internal FiberExtras Extras => _extras ?? Interlocked.CompareExchange(ref _extras, new FiberExtras(), null) ?? _extras;

    /// <summary>
    /// The extras of life <paramref name="id"/>, for what is of no account once that has ended; null if the core has gone on. Called
    /// on any thread.
    /// </summary>
    internal FiberExtras? LiveExtras(long id)
    {
        FiberExtras extras = Extras;
        return Id == id ? extras : null;
    }

    /// <summary>The extras, for another thread to add to; null if life <paramref name="id"/> is over, or ends without looking at them.</summary>
    internal FiberExtras? ExtrasOf(long id)
    {
        FiberExtras extras = Extras;

        // Finish sets IsCompleted and then looks for extras; here it is the other way round. The fence is the heavy half of an
        // asymmetric pair: the end of a fiber pays for none.
        if (!Scheduler.MayTouch(this)) Interlocked.MemoryBarrierProcessWide();

        // In this order: a later life of the core gets its id before it is unfinished.
        return IsFinished || Id != id ? null : extras;
    }

    internal bool IsFinished => Volatile.Read(ref IsCompleted);

    internal FiberState State => _phase switch
    {
        Phase.Unstarted => FiberState.Unstarted,
        Phase.Succeeded => FiberState.Succeeded,
        Phase.Failed => FiberState.Failed,
        Phase.Killed => FiberState.Killed,
        _ when Carrier.Current.Fiber == this || Volatile.Read(ref IsInTurn) => FiberState.Running,
        Phase.Created => FiberState.Created,
        _ => Leaf is null ? FiberState.Ready : FiberState.Waiting,
    };

    internal Fiber Handle => new(this, _id);

    /// <summary>The outermost call, once it has been suspended.</summary>
    internal Frame? RootFrame => _root.Frame;

    /// <summary>What the fiber ended with, if it has a result.</summary>
    internal virtual object? Result => null;

    /// <summary>What the fiber ended with, if not a success.</summary>
    internal Exception? OutcomeError => _extras?.Error ?? _extras?.KilledBy;

    /// <summary>Throws what the fiber ended with, if not a success.</summary>
    [StackTraceHidden]
    internal void ThrowOutcome()
    {
        if (OutcomeError is { } error) ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Calls the entry, and lets go of it and its arguments. Without a root frame it has run to its end.</summary>
    private protected abstract Coroutine Enter();

    /// <summary>Lets go of the entry and its arguments: it is never called.</summary>
    private protected abstract void Drop();

    /// <summary>Takes the result of the root frame, or throws its error.</summary>
    [StackTraceHidden]
    private protected virtual void TakeRoot(Coroutine root) => root.GetAwaiter().GetResult();

    /// <summary>Begins a life: the fiber is new, and in no queue yet.</summary>
    private protected void Begin(Carrier carrier, Scheduler scheduler, FramePools? pools)
    {
        Volatile.Write(ref _id, carrier.Ids.Next());
        IsCompleted = false;
        FreeWaits = 0;
        _phase = Phase.Created;
        if (_extras is not null) _extras = null;
        if (Scheduler != scheduler)
        {
            Scheduler = scheduler;
            IsShared = scheduler.SharesFibers;
        }

        if (Pools != pools) Pools = pools!;
        ExecutionContext context = carrier.Context.Capture() ?? EmptyContext.Value;
        if (Context != context) Context = context;
    }

    /// <summary>Begins a life that another thread than the scheduler's own gives the fiber.</summary>
    private protected void BeginElsewhere(Carrier carrier, Scheduler scheduler)
    {
        Begin(carrier, scheduler, scheduler.HomePools);
        IsShared = true;
    }

    /// <summary>For a fiber that nothing starts: it has always been running.</summary>
    private protected void MarkStarted() => _phase = Phase.Started;

    [StackTraceHidden]
    internal override void Resume()
    {
        try
        {
            if (_phase == Phase.Created)
            {
                // It was held back.
                if (Slot >= 0) Scheduler.Unregister(this);

                if (_extras?.Root is { Pending: not null } kill)
                {
                    Drop();
                    End(Take(kill));
                    return;
                }

                _phase = Phase.Started;
                Coroutine root = Enter();
                if (root.Frame is { IsCompleted: false } frame)
                {
                    _root = root;
                    frame.ContinueWith(this);
                    Scheduler.Register(this);
                    return;
                }

                TakeRoot(root);
            }
            else
            {
                Scheduler.Unregister(this);
                TakeRoot(_root);
            }

            Finish(Phase.Succeeded, null);
        }
        catch (Exception error)
        {
            End(EndOf(error));
        }
    }

    /// <summary>Ends the fiber with an error. Only the kill that is meant as one is no failure.</summary>
    private void End(Exception error) => Finish(error is FiberKilledException ? Phase.Killed : Phase.Failed, error);

    private void Finish(Phase phase, Exception? error)
    {
        _phase = phase;
        _root = default;
        Leaf = null;
        if (_extras is { Innermost: not null } extras) CloseScopes(extras);
        if (phase == Phase.Failed)
        {
            Extras.Error = error;
            if (!Extras.IsObserved) Scheduler.Report(Handle, error!);
        }
        else if (phase == Phase.Killed)
        {
            Extras.KilledBy = error;
        }

        if (IsShared)
        {
            EndShared();
            return;
        }

        Volatile.Write(ref IsCompleted, true);
        if (_firstJoiner is not null || Volatile.Read(ref _extras) is not null) WakeJoiners();
        if (_extras is not null) Leave(_extras);
        if (phase == Phase.Succeeded && _extras is null && Frames == 0) Recycle();
        else if (Frames == 0) Context = null;
    }

    internal override string Describe() => $"Fiber '{Name}'";
}
