using CoGen.CompilerServices;

namespace CoGen;

// Every wait of CoGen's own – a sleep, a join, a queue's get – is one WaitFrame at the top of a fiber's stack. It ends
// once, by whichever comes first: what it waits for, its timer, or a kill. All three happen on the scheduler's thread.

/// <summary>A wait that a signal, a timer or a kill can end. Its value: whether the signal came.</summary>
internal abstract class WaitFrame : Frame<bool>
{
    internal WaitFrame? TimerPrevious;
    internal WaitFrame? TimerNext;

    /// <summary>In milliseconds since the loop's epoch. Meaningful while armed.</summary>
    internal long Deadline;

    /// <summary>The wheel's slot that holds this wait; -1 while not armed.</summary>
    internal int TimerSlot = -1;

    /// <summary>Whether the timer has fired and this wait stands in a queue: it goes on from there, however it ends.</summary>
    private bool _isDue;

    /// <summary>A fiber is at the wait when it awaits it, which need not be when the wait begins.</summary>
    internal override void ContinueWith(Frame parent)
    {
        Continuation = parent;
        if (parent.Fiber == Fiber) Fiber!.Leaf = this;
    }

    /// <summary>Ends the wait.</summary>
    internal void End(bool signalled)
    {
        Fiber!.Scheduler.Disarm(this);
        Complete(signalled);
        if (!_isDue) WakeContinuation();
    }

    /// <summary>The timer's moment has come.</summary>
    /// <remarks>
    /// A timeout ends the wait only when the pass of the loop is over: if what is waited for happens in it, it wins.
    /// </remarks>
    internal virtual void OnTimer()
    {
        _isDue = true;
        Fiber!.Scheduler.Overdue(this);
    }

    internal override void Resume()
    {
        _isDue = false;
        if (IsCompleted) return;
        Withdraw();
        Complete(false);
    }

    internal override bool TryInterrupt(Exception error)
    {
        if (IsCompleted) return false;
        Fiber!.Scheduler.Disarm(this);
        Withdraw();
        Fail(error);
        if (!_isDue) WakeContinuation();
        return true;
    }

    /// <summary>Leaves whatever would have ended this wait.</summary>
    private protected virtual void Withdraw() { }

    /// <summary>Ends a life of this wait.</summary>
    private protected void Retire<TWait>()
        where TWait : WaitFrame
    {
        FramePool pool = Leave<TWait>();

        // One that still stands in a queue must be found there completed, not in its next life.
        if (_isDue) IsCompleted = true;
        else pool.Return(this);
    }
}
