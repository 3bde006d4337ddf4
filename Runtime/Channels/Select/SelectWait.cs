namespace CoGen;

// A select that waits stands in the lines of all its cases at once. Whoever serves one of its places claims the wait first,
// which only one can; the others then pass it over.
//
// All that the wait does itself – standing in line, trying again, leaving – it does with the gates of all its cases entered, in the
// order of their ranks. So nobody ever meets a wait that stands in some of its lines only, or has claimed itself and
// changes its mind, and two selects that meet from two threads need no further protocol.

/// <summary>One wait of a <see cref="CoSelect"/>.</summary>
internal sealed class SelectWait : WaitFrame
{
    private readonly CoSelect _select;
    private int _isClaimed;

    private SelectWait(CoSelect select) => _select = select;

    /// <summary>The case that was done.</summary>
    internal SelectCase? Chosen { get; private set; }

    internal bool IsClaimed => Volatile.Read(ref _isClaimed) != 0;

    internal override bool MayBeRousedFromOutside => true;

    internal static SelectWait Create(CoSelect select)
    {
        SelectWait wait = new(select);
        if (Carrier.Current.Fiber is not { } fiber) return wait;

        fiber.ThrowIfKilled();
        wait.Enter(fiber);
        return wait;
    }

    /// <summary>Waits. All places stand in line, and some may have been roused since.</summary>
    internal Coroutine<bool> Begin(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Limit(timeout, cancellationToken);
        return new Coroutine<bool>(this);
    }

    /// <summary>Takes the right to end this wait by <paramref name="chosen"/>.</summary>
    internal bool TryClaim(SelectCase chosen)
    {
        if (Interlocked.Exchange(ref _isClaimed, 1) != 0) return false;
        Chosen = chosen;
        return true;
    }

    /// <summary>Ends a wait that need not be.</summary>
    internal void Discard() => Recycle();

    private protected override bool TryServe() => _select.TryAgain(this);

    private protected override bool TryWithdraw() => _select.TryLeave(this);

    internal override string Describe() => _select.ToString();

    /// <summary>Not reused: a place that was just taken out of line may rouse it when it has ended.</summary>
    private protected override void Recycle()
    {
        if (Fiber is not null) Leave<SelectWait>();
    }
}
