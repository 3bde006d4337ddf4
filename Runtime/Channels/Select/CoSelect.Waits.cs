namespace CoGen;

public sealed partial class CoSelect
{
    /// <summary>Tries again, in the wait's own turn, what it was told to try.</summary>
    internal bool TryAgain(SelectWait wait)
    {
        WakeList wakes = default;
        SelectCase? chosen = null;
        EnterGates();
        if (!wait.IsClaimed)
        {
            for (int i = 0; i < _cases.Count && chosen is null; i++)
            {
                SelectCase next = InOrder(i);
                if (next.IsEnabled && next.MayTry && next.TryAgain(ref wakes)) chosen = next;
            }

            if (chosen is not null)
            {
                wait.TryClaim(chosen);
                LeaveLines(ref wakes);
            }
        }

        ExitGates();
        wakes.Rouse();
        return chosen is not null;
    }

    /// <summary>Leaves all lines, for a wait that is to end without anything being done.</summary>
    /// <returns>False if it is just being roused.</returns>
    internal bool TryLeave(SelectWait wait)
    {
        WakeList wakes = default;
        EnterGates();
        bool mayEnd = !wait.IsClaimed && !_cases.Exists(static one => one.IsEnabled && one.IsNotified);
        if (mayEnd) LeaveLines(ref wakes);
        ExitGates();
        wakes.Rouse();
        return mayEnd;
    }

    private async Coroutine<SelectCase?> WaitLater(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A loop that waits for a task waits for an outside event.
        Scheduler? scheduler = _cases.Exists(static one => one.IsEnabled && one.Target.IsOutside) ? Carrier.Current.Fiber?.Scheduler : null;
        scheduler?.ExpectPost();
        try
        {
            SelectWait wait = SelectWait.Create(this);
            if (Stand(wait) is { } chosen)
            {
                wait.Discard();
                return Choose(chosen);
            }

            return await wait.Begin(timeout, cancellationToken) ? Choose(End(wait)) : null;
        }
        finally
        {
            scheduler?.ForgetExpectedPost();
            _isWaiting = false;
        }
    }

    /// <summary>Does one of the cases, if that is possible now.</summary>
    private SelectCase? TryCases()
    {
        WakeList wakes = default;
        EnterGates();
        SelectCase? chosen = TryCases(ref wakes);
        ExitGates();
        wakes.Rouse();
        return chosen;
    }

    /// <summary>Does one of the cases, if that is possible now, and else stands in all lines.</summary>
    private SelectCase? Stand(SelectWait wait)
    {
        WakeList wakes = default;
        EnterGates();
        SelectCase? chosen = TryCases(ref wakes);
        if (chosen is null)
        {
            foreach (SelectCase one in _cases)
            {
                if (one.IsEnabled) one.Stand(wait, ref wakes);
            }
        }

        ExitGates();
        wakes.Rouse();
        if (chosen is not null) return chosen;

        foreach (SelectCase one in _cases)
        {
            if (one.IsEnabled && one is ReadyCase) one.Target.BeginWatch();
        }

        return null;
    }

    /// <summary>Leaves the lines that a wait still stands in which has ended well.</summary>
    private SelectCase End(SelectWait wait)
    {
        WakeList wakes = default;
        EnterGates();
        LeaveLines(ref wakes);
        ExitGates();
        wakes.Rouse();
        return wait.Chosen!;
    }

    private SelectCase? TryCases(ref WakeList wakes)
    {
        for (int i = 0; i < _cases.Count; i++)
        {
            SelectCase next = InOrder(i);
            if (next.IsEnabled && next.TryNow(ref wakes)) return next;
        }

        return null;
    }

    private void LeaveLines(ref WakeList wakes)
    {
        foreach (SelectCase one in _cases)
        {
            if (one.IsEnabled) one.Leave(ref wakes);
        }
    }

    private SelectCase InOrder(int index) => _cases[(_first + index) % _cases.Count];

    private void EnterGates()
    {
        foreach (Waitable target in _targets) target.EnterGate();
    }

    private void ExitGates()
    {
        foreach (Waitable target in _targets) target.ExitGate();
    }
}
