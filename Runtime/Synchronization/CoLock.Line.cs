namespace CoGen;

public sealed partial class CoLock
{
    /// <summary>Throws if the lock is not held by the code that runs now.</summary>
    internal void RequireHeld(string member)
    {
        if (!IsHeldByCurrent) throw new SynchronizationLockException($"{member} was called without holding {this}, which is held by {CurrentHolder}.");
    }

    /// <summary>Leaves the lock however often it was entered.</summary>
    /// <returns>What <see cref="RetakeAsync"/> takes back.</returns>
    internal Claim LeaveFully()
    {
        Gate.Enter();
        Claim claim = new(_holder, _depth);
        _depth = 0;
        LockWaking waking = Free();
        Gate.Exit();
        waking.Rouse();
        return claim;
    }

    /// <summary>Takes the lock as it was held before. Neither a kill nor a timeout ends this wait: it holds the lock when it ends.</summary>
    internal Coroutine<bool> RetakeAsync(Claim claim)
    {
        Gate.Enter();
        bool taken = TryTake(claim.Who, claim.Depth);
        Gate.Exit();
        return taken ? new Coroutine<bool>(true) : WaitInLine(claim.Who, claim.Depth, Timeout.InfiniteTimeSpan, CancellationToken.None, isStubborn: true);
    }

    private Coroutine<bool> WaitInLine(in Holder who, int depth, TimeSpan timeout, CancellationToken cancellationToken, bool isStubborn)
    {
        LineWait<Entrant> wait = LineWait<Entrant>.Rent(despiteKill: isStubborn);
        Entrant entrant = wait.Node;
        entrant.Lock = this;
        entrant.Who = who;
        entrant.Depth = depth;
        entrant.IsStubborn = isStubborn;
        Gate.Enter();
        bool taken = TryTake(who, depth);
        if (!taken) _entrants.Append(entrant);
        Gate.Exit();
        if (!taken) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    /// <summary>Frees the lock, or hands it over to the first in line if somebody has been quicker before. Under the gate.</summary>
    private LockWaking Free()
    {
        LockWaking waking = default;
        _holder = default;
        if (_entrants.First is Entrant { TriedInVain: true } next)
        {
            _entrants.Serve();
            _holder = next.Who;
            _depth = next.Depth;
            waking.Served.Add(next);
        }
        else
        {
            _entrants.Notify(1, ref waking.Notified);
            ServeWatchers(ref waking.Served);
        }

        return waking;
    }

    /// <summary>A hold that was given up and is to be taken back.</summary>
    internal readonly record struct Claim(Holder Who, int Depth);

    /// <summary>Those to be woken when the gate is open.</summary>
    private struct LockWaking
    {
        internal RouseList Served;
        internal RouseList Notified;

        internal readonly void Rouse()
        {
            Notified.Rouse(WaitFrame.Notified);
            Served.Rouse(WaitFrame.Signalled);
        }
    }

    /// <summary>One who waits for the lock.</summary>
    private sealed class Entrant : LineNode
    {
        internal CoLock? Lock;
        internal Holder Who;
        internal int Depth;

        /// <summary>Whether it waits until it has the lock, come what may.</summary>
        internal bool IsStubborn;

        internal override object? WaitsFor => Lock!.CurrentHolder.Who;

        internal override object? HeldLock => Lock;

        internal override bool TryServe()
        {
            CoLock gate = Lock!;
            gate.Gate.Enter();
            bool taken = gate._entrants.EndTry(this, gate.TryTake(Who, Depth));
            gate.Gate.Exit();
            return taken;
        }

        internal override bool TryWithdraw()
        {
            if (IsStubborn) return false;
            CoLock gate = Lock!;
            gate.Gate.Enter();
            bool removed = gate._entrants.TryRemove(this);
            gate.Gate.Exit();
            return removed;
        }

        internal override string Describe() => Lock!.PartOf switch
        {
            null => $"{Lock}, held by {Lock.CurrentHolder}",
            CoCondition condition => $"the lock of {condition}, held by {Lock.CurrentHolder}",
            Waitable whole => $"{whole}, in the making by {Lock.CurrentHolder}",
        };

        internal override void Clear()
        {
            Lock = null;
            Who = default;
        }
    }
}
