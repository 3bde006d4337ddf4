namespace CoGen;

// A thread's lock belongs to all fibers of the thread. So a fiber is first told apart from all other fibers, by a CoLock, and then its thread
// takes the lock itself, to keep out the plain code of other threads. A fiber of a pool has a thread of its own for that (see OwnThread), unless it waits
// for nothing while it is inside. Asynchronous code outside all fibers, which goes on where it likes, only makes sure that no thread is inside.

/// <summary>Enters and leaves locks of threads for fibers.</summary>
internal static class LockEntry
{
    /// <summary>Whether the thread of the coroutine that asks is always the same.</summary>
    internal static bool KeepsThread => Carrier.Current.Fiber?.Scheduler is LoopScheduler { IsAway: false };

    /// <summary>Whether the fiber's loop is run by another thread than its own, which is in <see cref="Co.Blocking(Action)"/>: what is held across waits must be that one's.</summary>
    private static bool IsAway => Carrier.Current.Fiber?.Scheduler is LoopScheduler { IsAway: true };

    /// <summary>Enters, for which it waits no longer than <paramref name="timeout"/>; no time at all is one turn of the others.</summary>
    /// <param name="target">The lock.</param>
    /// <param name="timeout">How long it waits at most.</param>
    /// <param name="isBrief">Whether the code that enters leaves before it waits for anything.</param>
    /// <returns>What was entered; null if there was no time.</returns>
    /// <exception cref="AbandonedMutexException">It was entered; its last owner has ended inside.</exception>
    internal static async Coroutine<HeldLock?> TryEnterAsync(ThreadLock target, TimeSpan timeout, bool isBrief)
    {
        HeldLock held = HeldLocks.Claim(target);
        OwnThread? own = null;
        bool isEntered = false;
        bool isAbandoned = false;
        try
        {
            Deadline deadline = Deadline.In(timeout);
            isEntered = await held.Fibers.TryEnterAsync(timeout);
            if (isEntered && (own = ThreadFor(isBrief)) is not null)
            {
                own.Holds++;
                while (!isBrief && !own.IsCurrent) await TurnWait.Begin();
            }

            bool hadTurn = false;
            bool isTaken = false;
            while (isEntered && !(isTaken = (isBrief || !IsAway) && TryTake(target, ref isAbandoned)))
            {
                TimeSpan left = deadline.Left;
                if (left != TimeSpan.Zero)
                {
                    if (!isBrief && IsAway) await ((LoopScheduler)Carrier.Current.Fiber!.Scheduler).UntilHome(left);
                    else isAbandoned |= await target.UntilFree(left, isStubborn: false);
                }
                else if (!hadTurn)
                {
                    hadTurn = true;
                    await TurnWait.Begin();
                }
                else
                {
                    break;
                }
            }

            if (!isTaken)
            {
                Undo(held, own, isEntered);
                return null;
            }
        }
        catch
        {
            Undo(held, own, isEntered);
            throw;
        }

        bool keepsThread = isBrief || Carrier.Current.Fiber is not null;
        if (!keepsThread) target.Exit();
        else if (held.ThreadDepth++ > 0 && own is not null) own.Holds--;
        return isAbandoned ? throw new AbandonedMutexException() : held;
    }

    /// <summary>Leaves once.</summary>
    internal static void Exit(ThreadLock target)
    {
        if (!HeldLocks.IsHeld(target.Target, out HeldLock? mine)) target.Exit();
        else if (mine is null) target.RefuseExit();
        else Exit(mine);
    }

    /// <summary>Leaves once what the code that runs now has entered.</summary>
    internal static void Exit(HeldLock held)
    {
        held.Fibers.RequireHeld("Exit");
        try
        {
            if (held.ThreadDepth > 0)
            {
                if (--held.ThreadDepth == 0 && Carrier.Current.Fiber?.OwnThread is { } own) own.Holds--;
                held.Target.Exit();
            }
        }
        finally
        {
            held.Fibers.Exit();
            HeldLocks.Release(held);
        }
    }

    /// <summary>Whether the fiber that asks, in plain code the thread, holds <paramref name="target"/>.</summary>
    internal static bool IsEntered(ThreadLock target) => HeldLocks.IsHeld(target.Target, out HeldLock? mine) ? mine is not null : target.IsEntered;

    /// <summary>The thread that the fiber has, or is to have.</summary>
    private static OwnThread? ThreadFor(bool isBrief) => Carrier.Current.Fiber switch
    {
        { Scheduler: PoolScheduler } fiber when !isBrief => OwnThread.Of(fiber),
        { } fiber => fiber.OwnThread,
        null => null,
    };

    private static bool TryTake(ThreadLock target, ref bool isAbandoned)
    {
        try
        {
            return target.TryEnter();
        }
        catch (AbandonedMutexException)
        {
            return isAbandoned = true;
        }
    }

    private static void Undo(HeldLock held, OwnThread? own, bool isEntered)
    {
        if (own is not null) own.Holds--;
        if (isEntered) held.Fibers.Exit();
        HeldLocks.Release(held);
    }
}
