using System.Runtime.CompilerServices;

namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>Runs fibers on the calling thread until <paramref name="until"/> had its turn.</summary>
    /// <exception cref="DeadlockException">It can never get one.</exception>
    internal void Pump(PumpFrame until)
    {
        SynchronizationContext? host = SynchronizationContext.Current;
        if (host is not null) SynchronizationContext.SetSynchronizationContext(null);
        _context = ExecutionContext.Capture();
        Main.Context = _context;
        _isPumped = true;
        try
        {
            _until = until;
            RunLoop(until, isStandIn: false);
        }
        finally
        {
            _isPumped = false;

            // The plain code's own turn has done so; an error comes instead of that.
            EnterContext(Main.Context);
            if (host is not null) SynchronizationContext.SetSynchronizationContext(host);
        }
    }

    /// <summary>Runs fibers until <paramref name="until"/> had its turn; a stand-in for the thread that waits for that, no longer than until somebody wants the loop.</summary>
    private void RunLoop(PumpFrame until, bool isStandIn)
    {
        while (!until.HadItsTurn)
        {
            if (_isWanted)
            {
                if (isStandIn) return;
                Lend();
                if (Interlocked.Exchange(ref _failure, null) is { } failure) failure.Throw();
                continue;
            }

            _postsExpected -= _inbox.DrainTo(ref _ready);
            if (_timers.Count > 0) FireTimers();
            if (_ready.IsEmpty) ExpireOverdue();
            if (_ready.IsEmpty)
            {
                Idle();
                continue;
            }

            RunPass(until);
            if (!until.HadItsTurn && !_isWanted) ExpireOverdue();
        }
    }

    private void RunPass(PumpFrame until)
    {
        long began = 0;
        while (RunTurns(until) && !until.HadItsTurn)
        {
            if (_cost is { } clock) clock.Advance(clock.CostPerTurn);

            // By a virtual clock that turns cost nothing a pass may never end.
            if (_isWanted) return;
            _postsExpected -= _inbox.DrainTo(ref _ready);
            long now = Clock.GetTimestamp();
            if (began == 0) began = now;
            else if (Clock.GetElapsedTime(began, now) >= s_passLimit) return;
        }
    }

    /// <summary>
    /// Runs the turns between two looks at the clock, no longer than until <paramref name="until"/> had its own. Returns whether more may be ready.
    /// A method of its own, so that what it counts stays in registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RunTurns(PumpFrame until)
    {
        int left = _turnsPerLook;
        do
        {
            if ((_interleaving is null ? _ready.TryDequeue() : _ready.TryDequeue(_interleaving)) is not { } frame) break;
            if (Watched.Turns) ExecuteWatched(frame);
            else Execute(frame);
            left--;
        }
        while (left > 0 && !until.HadItsTurn);

        Turns += _turnsPerLook - left;
        return left == 0 || until.HadItsTurn;
    }

    private void FireTimers()
    {
        TimeSpan now = Now;
        if (Watched.Timers && _timers.Next is { } due && TimeSpan.FromMilliseconds(due) <= now) CoGenMetrics.RecordLag(now - TimeSpan.FromMilliseconds(due));
        _timers.Advance(now.Ticks / TimeSpan.TicksPerMillisecond);
    }

    /// <summary>Ends the waits whose timeout has come: what happened in the pass has won over it.</summary>
    private void ExpireOverdue()
    {
        while (_timers.TakeOverdue() is { } wait) wait.OnOverdue();
    }

    /// <summary>Nothing can run now: waits for the next timer or for another thread.</summary>
    private void Idle()
    {
        bool mayBePosted = _postsExpected != 0;
        if (_inbox.IsEmpty && EndIdlers(mayBePosted)) return;

        TimeSpan? untilTimer = _timers.Next is { } next ? TimeSpan.FromMilliseconds(next) - Now : null;
        if (untilTimer is null && !mayBePosted && _inbox.IsEmpty && (IsSelfContained || !MayBeRousedFromOutside()))
        {
            // The error goes to the wait of the plain code, and from there to whoever called.
            DeadlockException deadlock = Deadlock();
            if (Main.Leaf?.TryInterrupt(deadlock) != true) throw deadlock;
            return;
        }

        if (Clock is VirtualClock clock && untilTimer is { } jump)
        {
            if (_clockHolds > 0)
            {
                _parker.Park(_inbox, null);
                return;
            }

            // Outside events happen in real time: give them a little of it before virtual time goes on.
            if (mayBePosted && _parker.Park(_inbox, clock.Patience)) return;
            clock.Advance(jump > TimeSpan.Zero ? jump : TimeSpan.Zero);
            return;
        }

        _parker.Park(_inbox, untilTimer);
    }
}
