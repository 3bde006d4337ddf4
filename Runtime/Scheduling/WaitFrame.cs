using CoGen.CompilerServices;

namespace CoGen;

// Every wait of CoGen's own – a sleep, a join, a queue's get – is one WaitFrame at the top of a fiber's stack. Whatever
// may end it, on whatever thread – what it waits for, its timer, a token – only leaves a reason and sees to it that the wait
// gets a turn; it ends in its own turn, or by a kill, which comes in the fiber's own turn too. What happens on the fiber's
// own loop may take a shorter way: End.
//
// A wait stands in at most one queue, namely while it has a reason.

/// <summary>A wait that a signal, a timer, a token or a kill can end. Its value: whether the signal came.</summary>
internal abstract class WaitFrame : Frame<bool>
{
    /// <summary>What is waited for has come: the wait is over.</summary>
    internal const int Signalled = 1;

    /// <summary>What is waited for may be there: the wait is to try.</summary>
    internal const int Notified = 2;
    internal const int TimedOut = 4;
    internal const int Cancelled = 8;

    internal WaitFrame? TimerPrevious;
    internal WaitFrame? TimerNext;

    /// <summary>In milliseconds since the loop's epoch. Meaningful while armed.</summary>
    internal long Deadline;

    /// <summary>The wheel's slot that holds this wait; -1 while not armed.</summary>
    internal int TimerSlot = -1;

    /// <summary>Why the wait stands in a queue. Set on any thread, taken in the wait's turn.</summary>
    private int _reasons;

    /// <summary>The reasons to end that were taken, but came too early: the wait is just being roused for a better one.</summary>
    private int _taken;

    /// <summary>Whether the scheduler was told to expect the end of this wait from outside.</summary>
    private bool _isExpected;

    /// <summary>Whether virtual time stands still as long as this wait goes on.</summary>
    private bool _holdsClock;

    private CancellationToken _cancellationToken;
    private CancellationTokenRegistration _registration;

    /// <summary>The timer of a wait outside any fiber.</summary>
    private ITimer? _hostedTimer;

    /// <summary>Whether code that the scheduler knows nothing of can end this wait.</summary>
    internal virtual bool MayBeRousedFromOutside => false;

    /// <summary>The fiber, or the carrier of the plain code, that alone can end this wait; null if it may be anybody.</summary>
    internal virtual object? WaitsFor => null;

    /// <summary>What <see cref="WaitsFor"/> holds, so that this waits; null if it is no lock.</summary>
    internal virtual object? HeldLock => null;

    /// <summary>Whether the timer of this wait is nothing that anybody waits for.</summary>
    internal virtual bool IsInBackground => Fiber?.IsInBackground == true;

    /// <summary>A fiber is at the wait when it awaits it, which need not be when the wait begins.</summary>
    internal override void ContinueWith(Frame parent)
    {
        if (Fiber is null)
        {
            HostedCompletion.ContinueWith(this, parent);
            return;
        }

        if (parent.Fiber == Fiber) Fiber.Leaf = this;
        else LetInStranger(parent);
        Continuation = parent;
    }

    /// <summary>Leaves a reason, and sees to it that the wait gets a turn. Called on any thread.</summary>
    internal void Rouse(int reason)
    {
        if (Interlocked.Or(ref _reasons, reason) != 0) return;
        if (Fiber is { } fiber) fiber.Scheduler.Post(this);
        else ResumeHosted();
    }

    internal override void Resume()
    {
        int reasons = _taken | Interlocked.Exchange(ref _reasons, 0);
        if (IsCompleted) return;

        if ((reasons & Signalled) != 0 || ((reasons & Notified) != 0 && TryServe()))
        {
            Release();
            Complete(true);
        }
        else if ((reasons & (TimedOut | Cancelled)) != 0 && TryWithdraw())
        {
            Release();
            if ((reasons & Cancelled) != 0) Fail(new OperationCanceledException(_cancellationToken));
            else Complete(false);
        }
        else
        {
            _taken = reasons & ~Notified;
            WaitOn();
        }
    }

    /// <summary>Ends the wait at once, even if it stands in a queue to end by a timeout. Called on the fiber's own loop.</summary>
    internal void End(bool signalled)
    {
        Release();
        Complete(signalled);
        WakeContinuation();
    }

    /// <summary>The timer's moment has come. A timeout gives what is waited for the rest of the loop's pass.</summary>
    internal virtual void OnTimer() => Fiber!.Scheduler.Overdue(this);

    /// <summary>The pass in which the timer's moment came is over.</summary>
    internal virtual void OnOverdue() => Rouse(TimedOut);

    internal override bool TryInterrupt(Exception error)
    {
        if (IsCompleted || Volatile.Read(ref _reasons) != 0 || !TryWithdraw()) return false;
        Release();
        Fail(error);
        WakeContinuation();
        return true;
    }

    /// <summary>Tries, after a notification, to take what is waited for.</summary>
    private protected virtual bool TryServe() => false;

    /// <summary>Leaves whatever would have ended this wait.</summary>
    /// <returns>False if the wait is just being roused by it.</returns>
    private protected virtual bool TryWithdraw() => true;

    /// <summary>Says that something outside the scheduler will surely end this wait.</summary>
    private protected void ExpectFromOutside()
    {
        if (Fiber is not { } fiber) return;
        _isExpected = true;
        fiber.Scheduler.ExpectPost();
    }

    /// <summary>Says that this waits for what takes real time: by a virtual clock, no time passes meanwhile.</summary>
    private protected void HoldClock()
    {
        if (Fiber is not { } fiber) return;
        _holdsClock = true;
        fiber.Scheduler.HoldClock();
    }

    /// <summary>Sets the limits of this wait.</summary>
    private protected void Limit(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Fiber is not { } fiber)
        {
            LimitHosted(timeout, cancellationToken);
            return;
        }

        timeout = Time.Require(timeout);

        // No time at all is one turn of the others.
        if (timeout == TimeSpan.Zero) Rouse(TimedOut);
        else if (timeout != Timeout.InfiniteTimeSpan) fiber.Scheduler.Arm(this, timeout);
        if (cancellationToken.CanBeCanceled) Register(cancellationToken);
    }

    /// <summary>Ends a life of this wait.</summary>
    private protected void Retire<TWait>()
        where TWait : WaitFrame
    {
        FramePool? pool = Leave<TWait>();
        _taken = 0;

        // One that may still stand in a queue, or be roused by its token, must not be found there in its next life.
        if (Volatile.Read(ref _reasons) == 0 && !_cancellationToken.CanBeCanceled) pool?.Return(this);
    }

    /// <summary>Lets go of the limits: nothing new can rouse the wait by them.</summary>
    private protected void Release()
    {
        if (Fiber is { } fiber)
        {
            fiber.Scheduler.Disarm(this);
            if (_isExpected)
            {
                _isExpected = false;
                fiber.Scheduler.ForgetExpectedPost();
            }

            if (_holdsClock)
            {
                _holdsClock = false;
                fiber.Scheduler.ReleaseClock();
            }
        }
        else
        {
            _hostedTimer?.Dispose();
        }

        if (_cancellationToken.CanBeCanceled) _registration.Unregister();
    }

    private void Register(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static wait => ((WaitFrame)wait!).Rouse(Cancelled), this);
    }

    /// <summary>The turn came to nothing. A kill that had to let it pass is thrown now.</summary>
    private void WaitOn()
    {
        if (Fiber is not { } fiber || Continuation?.Fiber != fiber) return;
        fiber.Leaf = this;
        if (fiber.PendingKill is null || !TryWithdraw()) return;
        Release();
        Fail(fiber.TakePendingKill());
    }

    private void LimitHosted(TimeSpan timeout, CancellationToken cancellationToken)
    {
        lock (this)
        {
            if (timeout == TimeSpan.Zero) Rouse(TimedOut);
            else if (timeout != Timeout.InfiniteTimeSpan)
            {
                _hostedTimer = TimeProvider.System.CreateTimer(static wait => ((WaitFrame)wait!).Rouse(TimedOut), this, timeout, Timeout.InfiniteTimeSpan);
            }

            if (cancellationToken.CanBeCanceled) Register(cancellationToken);
            if (IsCompleted) Release();
        }
    }

    /// <summary>Outside any fiber there are no turns: whoever rouses the wait runs it, one at a time.</summary>
    private void ResumeHosted()
    {
        bool ended;
        lock (this)
        {
            Resume();
            ended = IsCompleted;
        }

        if (ended) HostedCompletion.Settle(this);
    }
}
