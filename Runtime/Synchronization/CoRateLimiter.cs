namespace CoGen;

/// <summary>
/// Lets so much happen in a time: a bucket of permits that fills at a steady rate, up to a limit. Who finds too few waits for
/// them. gevent has none.
/// </summary>
/// <remarks>
/// Strictly first come, first served: while somebody waits for many permits, nobody takes fewer. Who waits wakes by its own
/// scheduler's clock, which is to be the limiter's.
/// </remarks>
public sealed class CoRateLimiter
{
    /// <summary>No timer is asked for more at once.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromDays(1);

    private readonly CoSemaphore _turn = new() { IsFair = true };
    private readonly TimeProvider _clock;
    private readonly long _permits;

    /// <summary>What a permit costs.</summary>
    private readonly Int128 _price;

    /// <summary>
    /// What is in the bucket, reckoned in whole numbers, so that nothing is lost however often it is filled, and no wait is a tick too
    /// short: a step of the clock's timestamp adds a period's permits × ticks per second, a permit costs a period's ticks ×
    /// timestamps per second.
    /// </summary>
    private Int128 _credit;

    /// <summary>When the bucket was last filled up.</summary>
    private long _filledAt;
    private Gate _gate;

    /// <summary>Creates a limiter with a full bucket.</summary>
    /// <param name="permits">How many permits come in a period; at least 1.</param>
    /// <param name="period">The period; more than zero.</param>
    /// <param name="burst">How many the bucket holds at most; at least 1. If null, those of a period.</param>
    /// <param name="clock">The clock; if null, that of the scheduler of the code that runs now.</param>
    public CoRateLimiter(int permits, TimeSpan period, int? burst = null, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        Burst = burst ?? permits;
        ArgumentOutOfRangeException.ThrowIfLessThan(Burst, 1, nameof(burst));
        _permits = permits;
        _clock = clock ?? Carrier.Current.Fiber?.Scheduler.Clock ?? TimeProvider.System;
        _price = (Int128)period.Ticks * _clock.TimestampFrequency;
        _filledAt = _clock.GetTimestamp();
        _credit = Cost(Burst);
    }

    /// <summary>A name for people, which deadlock reports show.</summary>
    public string? Name { get; init; }

    /// <summary>How many permits the bucket holds at most.</summary>
    public int Burst { get; }

    /// <summary>How many permits are there, as seen at this moment; those who wait have a claim on them.</summary>
    public int AvailablePermits
    {
        get
        {
            _gate.Enter();
            Fill();
            int available = (int)(_credit / _price);
            _gate.Exit();
            return available;
        }
    }

    /// <summary>Gets the name, else the kind.</summary>
    /// <returns>Some words.</returns>
    public override string ToString() => Name is null ? nameof(CoRateLimiter) : $"{nameof(CoRateLimiter)} '{Name}'";

    /// <summary>Takes permits if they are there and nobody waits. Never waits, and never yields.</summary>
    /// <param name="permits">How many; at least 1, at most <see cref="Burst"/>.</param>
    /// <returns>Whether they were taken.</returns>
    public bool TryAcquire(int permits = 1)
    {
        Require(permits);
        if (!_turn.TryWait()) return false;

        bool taken = TryTake(permits, out _);
        _turn.Release();
        return taken;
    }

    /// <summary>Takes permits, for which it waits if need be.</summary>
    /// <param name="permits">How many; at least 1, at most <see cref="Burst"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first. Nothing was taken.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Acquire(int permits = 1, CancellationToken cancellationToken = default) => Acquire(Timeout.InfiniteTimeSpan, permits, cancellationToken);

    /// <summary>Takes permits, for which it waits no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="permits">How many; at least 1, at most <see cref="Burst"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether they were taken; if not, none was.</returns>
    /// <inheritdoc cref="Acquire(int, CancellationToken)" path="/exception"/>
    public bool Acquire(TimeSpan timeout, int permits = 1, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoRateLimiter.Acquire");
        return turn.Wait(AcquireAsync(timeout, permits, cancellationToken));
    }

    /// <inheritdoc cref="Acquire(int, CancellationToken)"/>
    public Coroutine AcquireAsync(int permits = 1, CancellationToken cancellationToken = default) => AcquireAsync(Timeout.InfiniteTimeSpan, permits, cancellationToken).WithoutResult();

    /// <inheritdoc cref="Acquire(TimeSpan, int, CancellationToken)"/>
    public async Coroutine<bool> AcquireAsync(TimeSpan timeout, int permits = 1, CancellationToken cancellationToken = default)
    {
        Require(permits);
        timeout = Time.Require(timeout);
        long began = _clock.GetTimestamp();
        if (!await _turn.WaitAsync(timeout, cancellationToken)) return false;

        // The first in line holds the turn, and alone looks at the bucket, until it has what it wants or gives up.
        try
        {
            while (!TryTake(permits, out TimeSpan missing))
            {
                TimeSpan pause = missing < s_longestPause ? missing : s_longestPause;
                if (timeout != Timeout.InfiniteTimeSpan)
                {
                    TimeSpan left = timeout - _clock.GetElapsedTime(began);
                    if (left <= TimeSpan.Zero && timeout > TimeSpan.Zero) return false;
                    if (left < pause) pause = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                }

                await PauseAsync(permits, pause, cancellationToken);
                if (timeout == TimeSpan.Zero) return TryTake(permits, out _);
            }

            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private Coroutine<bool> PauseAsync(int permits, TimeSpan pause, CancellationToken cancellationToken)
    {
        LineWait<Pause> wait = LineWait<Pause>.Rent();
        wait.Node.Limiter = this;
        wait.Node.Permits = permits;
        return wait.Begin(pause, cancellationToken);
    }

    private bool TryTake(int permits, out TimeSpan missing)
    {
        _gate.Enter();
        Fill();
        Int128 after = _credit - Cost(permits);
        bool taken = after >= 0;
        if (taken) _credit = after;
        _gate.Exit();
        Int128 perTick = (Int128)_permits * _clock.TimestampFrequency;
        missing = taken ? TimeSpan.Zero : new TimeSpan((long)Int128.Min((-after + perTick - 1) / perTick, long.MaxValue));
        return taken;
    }

    private void Fill()
    {
        long now = _clock.GetTimestamp();
        long passed = now - _filledAt;
        if (passed <= 0) return;
        _credit = Int128.Min(_credit + ((Int128)passed * _permits * TimeSpan.TicksPerSecond), Cost(Burst));
        _filledAt = now;
    }

    private Int128 Cost(int permits) => permits * _price;

    private void Require(int permits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permits, Burst);
    }

    /// <summary>The first in line, while the bucket fills. Nothing but time ends it.</summary>
    private sealed class Pause : LineNode
    {
        internal CoRateLimiter? Limiter;
        internal int Permits;

        internal override bool TryWithdraw() => true;

        internal override string Describe() => $"{Permits} permits of {Limiter}";

        internal override void Clear() => Limiter = null;
    }
}
