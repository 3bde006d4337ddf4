namespace CoGen;

/// <summary>
/// Keeps kills, and the timeouts of scopes outside it, from what is inside, so that clean-up or a protocol step is not torn
/// in two. Open one with <see cref="Co.Shield()"/>; gevent has nothing like it.
/// </summary>
/// <remarks>
/// What is held back is thrown at the first wait after <see cref="Dispose"/>. Timeouts that are started inside work as ever.
/// <see cref="Co.Token"/> is, inside, a token that what is held back does not cancel. Used in the fiber that opened it.
/// </remarks>
public sealed class ShieldScope : InterruptScope, IDisposable
{
    private readonly TimeSpan _limit;
    private readonly long _begun;
    private ScopeTimer? _timer;
    private bool _isDown;

    internal ShieldScope(TimeSpan limit)
    {
        _limit = Time.Require(limit);
        Open(FiberCore.Here);
        if (limit == Timeout.InfiniteTimeSpan) return;

        _begun = Fiber!.Scheduler.Clock.GetTimestamp();
        _timer = ScopeTimer.Start(this, limit);
    }

    /// <summary>Whether a kill, or a timeout outside, waits for the shield to be closed.</summary>
    public bool IsHolding => HoldsBack && Outer?.OutermostPending() is not null;

    internal override bool HoldsBack => !_isDown;

    internal override TimeSpan TimeLeft
    {
        get
        {
            if (!HoldsBack) return Outer!.TimeLeft;
            if (_limit == Timeout.InfiniteTimeSpan) return _limit;

            TimeSpan outer = Outer!.TimeLeft;
            TimeSpan left = Time.Remaining(Fiber!.Scheduler.Clock, _begun, _limit);
            return outer == Timeout.InfiniteTimeSpan || outer > left ? outer : left;
        }
    }

    /// <summary>Closes the shield. Throws nothing: what was held back is thrown at the next wait.</summary>
    public void Dispose()
    {
        if (Fiber is { } fiber) fiber.Order(static shield => shield.Abandon(), this);
    }

    internal override void OnTimer()
    {
        _timer = null;
        Fiber?.Order(static shield =>
        {
            if (shield.Fiber is not { } fiber) return;
            shield._isDown = true;
            fiber.DeliverHeldBack(shield);
        }, this);
    }

    internal override void Abandon()
    {
        if (Fiber is null) return;
        _timer?.Stop();
        _timer = null;
        Leave();
    }
}
