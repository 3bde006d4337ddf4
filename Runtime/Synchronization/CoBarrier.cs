namespace CoGen;

/// <summary>
/// A point that all participants reach before any goes on, phase after phase. The counterpart of <see cref="Barrier"/>;
/// gevent has none.
/// </summary>
/// <remarks>
/// A participant whose wait ends by a timeout, a token or a kill has not arrived: the phase waits on, for it or until
/// <see cref="RemoveParticipants"/> is called on its behalf. Only a failure of the action after a phase breaks the barrier.
/// </remarks>
public sealed class CoBarrier : Waitable
{
    private readonly Action<long>? _afterPhase;
    private WaitLine _arrivals;
    private Phase _phase = new(0);
    private int _participants;
    private int _arrived;

    /// <summary>What broke the barrier.</summary>
    private Exception? _failure;

    /// <summary>Creates a barrier.</summary>
    /// <param name="participantCount">How many take part; not negative.</param>
    /// <param name="afterPhase">
    /// Is called with the number of each phase, beginning at 0, when all have arrived and none goes on yet, by the one that came
    /// last. It must not wait. If it throws, all participants of the phase get a <see cref="BarrierPostPhaseException"/> with the
    /// error, and the barrier is broken.
    /// </param>
    public CoBarrier(int participantCount, Action<long>? afterPhase = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(participantCount);
        _participants = participantCount;
        _afterPhase = afterPhase;
    }

    /// <summary>How many take part.</summary>
    public int ParticipantCount => Volatile.Read(ref _participants);

    /// <summary>How many have still to arrive in this phase.</summary>
    public int ParticipantsRemaining
    {
        get
        {
            Gate.Enter();
            int remaining = _participants - _arrived;
            Gate.Exit();
            return remaining;
        }
    }

    /// <summary>How many phases have ended.</summary>
    public long CurrentPhaseNumber => Volatile.Read(ref _phase).Number;

    /// <summary>Whether the action after a phase has failed. Then every arrival gets a <see cref="BarrierPostPhaseException"/>, until <see cref="Reset"/>.</summary>
    public bool IsBroken => Volatile.Read(ref _failure) is not null;

    /// <summary>Never: a barrier has no state to wait for, one takes part in it.</summary>
    public override bool IsReady => false;

    private protected override bool IsReadyNow => false;

    /// <summary>Arrives, and waits for all others.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first; this participant has not arrived.</exception>
    /// <exception cref="BarrierPostPhaseException">The action after this phase has failed, or the barrier was broken before.</exception>
    /// <exception cref="InvalidOperationException">There are no participants.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void SignalAndWait(CancellationToken cancellationToken = default) => SignalAndWait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Arrives, and waits for all others, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; zero lets the others run once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether all have arrived. If not, this participant has not arrived either.</returns>
    /// <inheritdoc cref="SignalAndWait(CancellationToken)" path="/exception"/>
    public bool SignalAndWait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoBarrier.SignalAndWait");
        return turn.Wait(SignalAndWaitAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="SignalAndWait(CancellationToken)"/>
    public Coroutine SignalAndWaitAsync(CancellationToken cancellationToken = default) => SignalAndWaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

    /// <inheritdoc cref="SignalAndWait(TimeSpan, CancellationToken)"/>
    public async Coroutine<bool> SignalAndWaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        cancellationToken.ThrowIfCancellationRequested();
        LineWait<Arrival> wait = LineWait<Arrival>.Rent();
        wait.Node.Barrier = this;
        RouseList arrivals = default;
        Gate.Enter();
        Phase phase = _phase;
        Exception? failure = _failure;
        bool mayArrive = failure is null && _participants > 0;
        bool isLast = mayArrive && _arrived + 1 == _participants;
        if (isLast)
        {
            BeginNextPhase(ref arrivals);
        }
        else if (mayArrive)
        {
            _arrived++;
            _arrivals.Append(wait.Node);
        }

        Gate.Exit();
        if (mayArrive && !isLast)
        {
            if (!await wait.Begin(timeout, cancellationToken)) return false;
        }
        else
        {
            wait.Discard();
            if (failure is not null) throw new BarrierPostPhaseException($"{this} is broken.", failure);
            if (!isLast) throw new InvalidOperationException($"{this} has no participants.");
            EndPhase(phase, arrivals);
        }

        phase.ThrowIfFailed();
        return true;
    }

    /// <summary>Lets more take part, from this phase on. Does not wait.</summary>
    /// <param name="participantCount">How many; at least 1.</param>
    /// <returns>The number of the phase they take part in first.</returns>
    public long AddParticipants(int participantCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        Gate.Enter();
        int sum = unchecked(_participants + participantCount);
        if (sum > 0) Volatile.Write(ref _participants, sum);
        long phase = _phase.Number;
        Gate.Exit();
        ArgumentOutOfRangeException.ThrowIfNegative(sum, nameof(participantCount));
        return phase;
    }

    /// <summary>Lets some no longer take part, who have not arrived. If all others have, the phase ends, and this call makes the call after it. Does not wait.</summary>
    /// <param name="participantCount">How many; at least 1.</param>
    /// <exception cref="InvalidOperationException">Fewer than that have not arrived yet. Nobody was removed.</exception>
    public void RemoveParticipants(int participantCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        RouseList arrivals = default;
        Gate.Enter();
        Phase phase = _phase;
        int remaining = _participants - _arrived;
        bool mayGo = participantCount <= remaining;
        bool endsPhase = participantCount == remaining && _arrived > 0;
        if (mayGo) Volatile.Write(ref _participants, _participants - participantCount);
        if (endsPhase) BeginNextPhase(ref arrivals);
        Gate.Exit();
        if (!mayGo) throw new InvalidOperationException($"{this} has {remaining} participants that have not arrived; {participantCount} were to be removed.");
        if (endsPhase) EndPhase(phase, arrivals);
    }

    /// <summary>Mends a broken barrier. Does not wait. Has no effect on one that is not broken.</summary>
    public void Reset()
    {
        Gate.Enter();
        Volatile.Write(ref _failure, null);
        Gate.Exit();
    }

    /// <summary>Takes all who have arrived out of line, so that whoever comes from now on belongs to the next phase. Under the gate.</summary>
    private void BeginNextPhase(ref RouseList arrivals)
    {
        while (_arrivals.Serve() is { } arrival) arrivals.Add(arrival);
        _arrived = 0;
        Volatile.Write(ref _phase, new Phase(_phase.Number + 1));
    }

    private void EndPhase(Phase phase, RouseList arrivals)
    {
        RouseList stranded = default;
        RouseList watchers = default;
        try
        {
            _afterPhase?.Invoke(phase.Number);
        }
        catch (Exception error)
        {
            // Those who have already come to the next phase would wait in vain.
            phase.Failure = error;
            Gate.Enter();
            Volatile.Write(ref _failure, error);
            _phase.Failure = error;
            BeginNextPhase(ref stranded);
            Gate.Exit();
        }

        Gate.Enter();
        ServeWatchers(ref watchers);
        Gate.Exit();
        arrivals.Rouse(WaitFrame.Signalled);
        stranded.Rouse(WaitFrame.Signalled);
        watchers.Rouse(WaitFrame.Signalled);
    }

    /// <summary>What those who arrived together share.</summary>
    private sealed class Phase(long number)
    {
        internal readonly long Number = number;
        internal Exception? Failure;

        internal void ThrowIfFailed()
        {
            if (Failure is { } failure) throw new BarrierPostPhaseException($"The action after phase {Number} failed: {failure.Message}", failure);
        }
    }

    private sealed class Arrival : LineNode
    {
        internal CoBarrier? Barrier;

        internal override bool TryWithdraw()
        {
            CoBarrier barrier = Barrier!;
            barrier.Gate.Enter();
            bool removed = barrier._arrivals.TryRemove(this);
            if (removed) barrier._arrived--;
            barrier.Gate.Exit();
            return removed;
        }

        internal override string Describe() => $"{Barrier}, where {Barrier!.ParticipantsRemaining} of {Barrier.ParticipantCount} have not arrived";

        internal override void Clear() => Barrier = null;
    }
}
