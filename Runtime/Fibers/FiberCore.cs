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

/// <summary>The life of one fiber. Touched on its scheduler's thread, unless said otherwise.</summary>
internal abstract partial class FiberCore : Frame
{
    private protected enum Phase : byte
    {
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

    internal Scheduler Scheduler = null!;

    /// <summary>Where this fiber's frames come from and go to.</summary>
    internal FramePools Pools = null!;

    /// <summary>The ambient state the fiber runs under, kept here while it does not run.</summary>
    internal ExecutionContext? Context;

    /// <summary>The wait at the top of the stack. Meaningful while the fiber waits, null while it runs.</summary>
    internal Frame? Leaf;

    /// <summary>How many frames are alive in this fiber.</summary>
    internal int Frames;

    /// <summary>Where the scheduler keeps this fiber among those that are suspended; -1 if it does not.</summary>
    internal int Slot = -1;

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

    /// <summary>The extras, for another thread to add to; null if life <paramref name="id"/> is over, or ends without looking at them.</summary>
    internal FiberExtras? ExtrasOf(long id)
    {
        FiberExtras extras = Extras;

        // Finish sets IsCompleted and then looks for extras; here it is the other way round. The fence is the heavy half of an
        // asymmetric pair: the end of a fiber pays for none.
        if (!Scheduler.IsOnThread) Interlocked.MemoryBarrierProcessWide();
        return Id != id || IsFinished ? null : extras;
    }

    internal bool IsFinished => Volatile.Read(ref IsCompleted);

    internal FiberState State => _phase switch
    {
        Phase.Succeeded => FiberState.Succeeded,
        Phase.Failed => FiberState.Failed,
        Phase.Killed => FiberState.Killed,
        _ when Carrier.Current.Fiber == this => FiberState.Running,
        Phase.Created => FiberState.Created,
        _ => Leaf is null ? FiberState.Ready : FiberState.Waiting,
    };

    internal Fiber Handle => new(this, _id);

    /// <summary>Throws what the fiber ended with, if not a success.</summary>
    [StackTraceHidden]
    internal void ThrowOutcome()
    {
        if ((_extras?.Error ?? _extras?.KilledBy) is { } error) ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Calls the entry, and lets go of it and its arguments. Without a root frame it has run to its end.</summary>
    private protected abstract Coroutine Enter();

    /// <summary>Takes the result of the root frame, or throws its error.</summary>
    [StackTraceHidden]
    private protected virtual void TakeRoot(Coroutine root) => root.GetAwaiter().GetResult();

    /// <summary>Begins a life: the fiber is new, and in no queue yet.</summary>
    private protected void Begin(Carrier carrier, Scheduler scheduler, FramePools pools)
    {
        Volatile.Write(ref _id, carrier.Ids.Next());
        IsCompleted = false;
        _phase = Phase.Created;
        if (_extras is not null) _extras = null;
        if (Scheduler != scheduler) Scheduler = scheduler;
        if (Pools != pools) Pools = pools;
        ExecutionContext? context = carrier.Context.Capture();
        if (Context != context) Context = context;
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
                if (_extras?.Root is { Pending: not null } kill)
                {
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

        Volatile.Write(ref IsCompleted, true);
        if (_firstJoiner is not null || Volatile.Read(ref _extras) is not null) WakeJoiners();
        if (phase == Phase.Succeeded && _extras is null && Frames == 0) Recycle();
        else Context = null;
    }

    internal override string Describe() => $"Fiber '{Name}'";
}
