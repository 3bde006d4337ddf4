namespace CoGen;

// A fiber that only its own loop deals with keeps its joiners in a plain list. All others keep them under a gate, which the
// end of the fiber closes; see IsShared. Whoever joins a fiber of the first kind from elsewhere, or waits for its end among
// other things, waits for its FiberEnd.

internal abstract partial class FiberCore
{
    private JoinWait? _firstJoiner;
    private JoinWait? _lastJoiner;
    private Gate _joinGate;

    /// <summary>What is ready when life <paramref name="id"/> has ended. Called on any thread.</summary>
    internal FiberEnd EndOf(long id)
    {
        FiberExtras extras = Extras;
        while (true)
        {
            FiberEnd? end = Volatile.Read(ref extras.End);

            // In this order: who sees the end of a life sees an id that is not older.
            if (Id != id || IsFinished) return FiberEnd.Past;
            if (end?.Id == id) return end;

            FiberEnd created = new(this, id);
            if (Interlocked.CompareExchange(ref extras.End, created, end) != end) continue;

            FenceAgainstEnd();
            if (IsFinished || Id != id) created.Come();
            return created;
        }
    }

    /// <summary>
    /// Finish sets IsCompleted and then looks for those who are to be told; who comes does it the other way round. A fence in
    /// between is what both need: the gate, or the heavy half of an asymmetric pair, so that most fibers end without any.
    /// </summary>
    private void FenceAgainstEnd()
    {
        if (IsShared)
        {
            _joinGate.Enter();
            _joinGate.Exit();
        }
        else
        {
            Interlocked.MemoryBarrierProcessWide();
        }
    }

    /// <summary>Adds a joiner to a fiber that only the calling loop deals with.</summary>
    internal void AddJoiner(JoinWait wait)
    {
        if (_lastJoiner is null) _firstJoiner = wait;
        else _lastJoiner.NextJoiner = wait;
        _lastJoiner = wait;
    }

    /// <summary>Adds a joiner to life <paramref name="id"/> of a fiber that is shared. Called on any thread.</summary>
    /// <returns>False if the fiber has ended.</returns>
    internal bool TryAddJoiner(JoinWait wait, long id)
    {
        _joinGate.Enter();
        bool lives = !IsFinished && Id == id;
        if (lives) AddJoiner(wait);
        _joinGate.Exit();
        return lives;
    }

    /// <summary>Takes a joiner back. Called in the joiner's turn.</summary>
    /// <returns>False if it is just being woken.</returns>
    internal bool TryRemoveJoiner(JoinWait wait)
    {
        if (!IsShared) return RemoveJoiner(wait);
        _joinGate.Enter();
        bool removed = RemoveJoiner(wait);
        _joinGate.Exit();
        return removed;
    }

    private bool RemoveJoiner(JoinWait wait)
    {
        JoinWait? before = null;
        for (JoinWait? at = _firstJoiner; at is not null; before = at, at = at.NextJoiner)
        {
            if (at != wait) continue;

            if (before is null) _firstJoiner = at.NextJoiner;
            else before.NextJoiner = at.NextJoiner;
            if (_lastJoiner == at) _lastJoiner = before;
            at.NextJoiner = null;
            return true;
        }

        return false;
    }

    /// <summary>Tells those who listen, and wakes those who joined, in the order in which they came.</summary>
    private void WakeJoiners()
    {
        TellListeners();
        if (_firstJoiner is not null)
        {
            while (_firstJoiner is { } wait)
            {
                _firstJoiner = wait.NextJoiner;
                wait.NextJoiner = null;
                wait.End(signalled: true);
            }

            _lastJoiner = null;
        }

        Volatile.Read(ref _extras)?.End?.Come();
    }

    /// <summary>Ends a fiber that several threads deal with. Those who are woken may run at once: all else is done before.</summary>
    private void EndShared()
    {
        if (Frames == 0) Context = null;
        _joinGate.Enter();
        Volatile.Write(ref IsCompleted, true);
        JoinWait? wait = _firstJoiner;
        _firstJoiner = null;
        _lastJoiner = null;
        _joinGate.Exit();

        TellListeners();
        FiberExtras? extras = Volatile.Read(ref _extras);
        if (extras is not null) Leave(extras);
        while (wait is not null)
        {
            JoinWait? next = wait.NextJoiner;
            wait.NextJoiner = null;
            wait.Rouse(WaitFrame.Signalled);
            wait = next;
        }

        extras?.End?.Come();
        extras?.MeetExpectations();
    }
}
