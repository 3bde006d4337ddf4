namespace CoGen;

// How many may be taken can change at any time. When it shrinks below what is taken, the number of free slots is negative,
// and nobody gets one until enough were freed.
//
// A fiber that holds a slot and waits for another one of the same pool would be part of a deadlock: its own slot lies idle
// meanwhile. So it lends that slot to what it wants to start (a Loan) and waits for the first of two things: that the slot
// comes back, because the borrower has ended, or that another slot is free, which then becomes the borrower's own. Those who
// run never hold more slots than there are.

/// <summary>A number of places, taken first come, first served; the number may be changed.</summary>
internal sealed class Slots : Waitable
{
    private readonly object _owner;
    private WaitLine _takers;
    private int _size;
    private int _taken;

    /// <param name="owner">Whose places these are, for dumps.</param>
    /// <param name="size">How many there are.</param>
    internal Slots(object owner, int size)
    {
        _owner = owner;
        _size = size;
    }

    internal int Free
    {
        get
        {
            Gate.Enter();
            int free = _size - _taken;
            Gate.Exit();
            return free;
        }
    }

    /// <summary>How many wait for a place.</summary>
    internal int Waiting
    {
        get
        {
            Gate.Enter();
            int waiting = _takers.Count;
            Gate.Exit();
            return waiting;
        }
    }

    public override bool IsReady => Free > 0;

    private protected override bool IsReadyNow => _taken < _size;

    internal int Size
    {
        get => Volatile.Read(ref _size);
        set
        {
            RouseList takers = default;
            RouseList watchers = default;
            Gate.Enter();
            _size = value;
            Offer(ref takers, ref watchers);
            Gate.Exit();
            takers.Rouse(WaitFrame.Notified);
            watchers.Rouse(WaitFrame.Signalled);
        }
    }

    /// <summary>Takes a place if one is free.</summary>
    internal bool TryTake()
    {
        Gate.Enter();
        bool taken = TryTakeNow();
        Gate.Exit();
        return taken;
    }

    /// <summary>Takes a place, for which it waits if need be.</summary>
    /// <returns>False when the time was over.</returns>
    internal Coroutine<bool> TakeAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        return TryTake() ? new Coroutine<bool>(true) : WaitAsync(null, timeout, cancellationToken);
    }

    /// <summary>Waits until a place is free, and does not take it.</summary>
    /// <returns>False when the time was over.</returns>
    internal Coroutine<bool> SeeFreeAsync(TimeSpan timeout, CancellationToken cancellationToken) => WatchAsync(timeout, cancellationToken);

    /// <summary>Waits until the place that was lent has come back, or another has become the borrower's.</summary>
    /// <returns>False when the time was over. Then, or after an error, <see cref="Keep"/> is to be called.</returns>
    internal Coroutine<bool> BackAsync(Loan loan, TimeSpan timeout, CancellationToken cancellationToken) => WaitAsync(loan, timeout, cancellationToken);

    /// <summary>Gives a place back.</summary>
    /// <param name="loan">How it was had, if not by taking it.</param>
    internal void Release(Loan? loan)
    {
        RouseList takers = default;
        RouseList watchers = default;
        RouseList lenders = default;
        Gate.Enter();
        if (loan is { OwnsPlace: false })
        {
            loan.IsRepaid = true;
            if (loan.Lender is { } lender && _takers.TryRemove(lender)) lenders.Add(lender);
        }
        else
        {
            _taken--;
            Offer(ref takers, ref watchers);
        }

        Gate.Exit();
        lenders.Rouse(WaitFrame.Signalled);
        takers.Rouse(WaitFrame.Notified);
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>The lender waits no longer: from now on the borrower takes a place of its own, even if there is none.</summary>
    internal void Keep(Loan loan)
    {
        Gate.Enter();
        if (!loan.IsRepaid && !loan.OwnsPlace)
        {
            loan.OwnsPlace = true;
            _taken++;
        }

        Gate.Exit();
    }

    public override string ToString() => $"a slot of {_owner}";

    private Coroutine<bool> WaitAsync(Loan? loan, TimeSpan timeout, CancellationToken cancellationToken)
    {
        LineWait<Taker> wait = LineWait<Taker>.Rent();
        Taker taker = wait.Node;
        taker.Slots = this;
        taker.Loan = loan;
        Gate.Enter();
        bool isServed = TryServeNow(loan, out _);
        if (!isServed)
        {
            if (loan is not null) loan.Lender = taker;
            _takers.Append(taker);
        }

        Gate.Exit();
        if (!isServed) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    private bool TryTakeNow()
    {
        if (_taken >= _size) return false;
        _taken++;
        return true;
    }

    private bool TryServeNow(Loan? loan, out bool tookPlace)
    {
        tookPlace = false;
        if (loan is { IsRepaid: true }) return true;
        if (!TryTakeNow()) return false;
        tookPlace = true;
        if (loan is not null) loan.OwnsPlace = true;
        return true;
    }

    /// <summary>Tells of the places that are free. Called under the gate.</summary>
    private void Offer(ref RouseList takers, ref RouseList watchers)
    {
        _takers.Notify(Math.Max(0, _size - _taken), ref takers);
        if (IsReadyNow) ServeWatchers(ref watchers);
    }

    /// <summary>A place that a fiber lends to what it starts.</summary>
    internal sealed class Loan
    {
        /// <summary>Whether the borrower has ended while it had the lender's place.</summary>
        internal bool IsRepaid;

        /// <summary>Whether the borrower has got a place of its own.</summary>
        internal bool OwnsPlace;

        internal LineNode? Lender;
    }

    /// <summary>One who waits for a place.</summary>
    private sealed class Taker : LineNode
    {
        internal Slots? Slots;
        internal Loan? Loan;

        internal override bool TryServe()
        {
            Slots slots = Slots!;
            RouseList others = default;
            RouseList watchers = default;
            slots.Gate.Enter();
            bool served = slots._takers.EndTry(this, slots.TryServeNow(Loan, out bool tookPlace));
            if (served)
            {
                LeaveLoan();

                // It was told of a place that it does not need.
                if (!tookPlace) slots.Offer(ref others, ref watchers);
            }

            slots.Gate.Exit();
            others.Rouse(WaitFrame.Notified);
            watchers.Rouse(WaitFrame.Signalled);
            return served;
        }

        internal override bool TryWithdraw()
        {
            Slots slots = Slots!;
            slots.Gate.Enter();
            bool removed = slots._takers.TryRemove(this);
            if (removed) LeaveLoan();
            slots.Gate.Exit();
            return removed;
        }

        internal override string Describe() => Slots!.ToString();

        internal override void Clear()
        {
            Slots = null;
            Loan = null;
        }

        private void LeaveLoan()
        {
            if (Loan is not null) Loan.Lender = null;
        }
    }
}
