namespace CoGen.Servers;

public partial class SocketServer
{
    /// <summary>What <see cref="Stop()"/> has come to.</summary>
    private bool _allHadEnded;

    /// <summary>
    /// Ends the server: it takes nothing more and closes its socket, waits for the handlers that run, kills those that have not ended when the
    /// time is over, and waits as long again for these. Connections of handlers that do not end even then are closed under them. A server that is being stopped is waited for.
    /// </summary>
    /// <remarks>
    /// Clients that have connected, and were not taken yet, are: they get their handlers if there is room, and are told the end of the
    /// connection if not. A handler that calls this is not waited for, nor killed.
    /// </remarks>
    /// <param name="timeout">How long to wait for the handlers; <see cref="Timeout.InfiniteTimeSpan"/> for ever. What the options say if it is not given.</param>
    /// <returns>Whether all handlers have ended by themselves.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is less than -1 ms.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public bool Stop(TimeSpan timeout)
    {
        using MainTurn turn = MainTurn.Begin("SocketServer.Stop");
        return turn.Wait(StopAsync(timeout));
    }

    /// <inheritdoc cref="Stop(TimeSpan)"/>
    public bool Stop() => Stop(Options.StopTimeout);

    /// <inheritdoc cref="Stop(TimeSpan)"/>
    public Coroutine<bool> StopAsync() => StopAsync(Options.StopTimeout);

    /// <inheritdoc cref="Stop(TimeSpan)"/>
    public async Coroutine<bool> StopAsync(TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        if (!TryBeginStop(out bool wasStarted))
        {
            await _stopped.WaitAsync();
            return _allHadEnded;
        }

        try
        {
            if (wasStarted) _allHadEnded = await EndAsync(timeout);
            else _allHadEnded = true;
        }
        finally
        {
            CloseSocket();
            if (!_allHadEnded) Abort();
            _state = State.Stopped;
            _stopped.Set();
        }

        return _allHadEnded;
    }

    /// <summary>Starts the server, unless it is, and waits until it was stopped. A kill or the token, which end the wait, stop it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <inheritdoc cref="Start" path="/exception"/>
    public void ServeForever(CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("SocketServer.ServeForever");
        turn.Wait(ServeForeverAsync(cancellationToken));
    }

    /// <inheritdoc cref="ServeForever"/>
    public async Coroutine ServeForeverAsync(CancellationToken cancellationToken = default)
    {
        if (_state == State.Created) await StartAsync();
        try
        {
            await _stopped.WaitAsync(cancellationToken);
        }
        finally
        {
            await StopAsync();
        }
    }

    /// <summary><see cref="Stop()"/>.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Dispose()
    {
        if (!IsStopped) Stop();
        GC.SuppressFinalize(this);
    }

    /// <summary><see cref="StopAsync()"/>.</summary>
    /// <returns>What to await.</returns>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return StopAsync().WithoutResult().AsValueTask();
    }

    private bool TryBeginStop(out bool wasStarted)
    {
        lock (_gate)
        {
            wasStarted = _state == State.Started;
            if (_state >= State.Stopping) return false;
            if (_state == State.Starting) throw new InvalidOperationException($"{this} is just being started.");
            _state = State.Stopping;
        }

        StopAccepting();
        return true;
    }

    private async Coroutine<bool> EndAsync(TimeSpan timeout)
    {
        bool isInline = Co.Current == _acceptor;
        if (Co.Current is { } caller) _handlers.Remove(caller);
        TimeProvider clock = Scheduler.Current.Clock;
        long began = clock.GetTimestamp();

        // The acceptor ends at once, unless it runs a handler inline, or waits for a slot for what it has taken.
        bool allHaveEnded = isInline || await _acceptor.JoinAsync(timeout);
        if (allHaveEnded) TakeRest();
        CloseSocket();
        if (allHaveEnded) allHaveEnded = await _handlers.JoinAsync(Time.Remaining(clock, began, timeout));
        if (allHaveEnded) return true;

        if (!isInline) _acceptor.Cancel(new FiberKilledException($"{this} was stopped."));
        await _handlers.KillAsync(new FiberKilledException($"{this} was stopped."), timeout);
        if (!isInline) await _acceptor.JoinAsync(timeout);
        return false;
    }

    private void TakeRest()
    {
        while (TakeLast() is { } last)
        {
            Interlocked.Increment(ref _taken);
            if (Options.IsInline || Options.Spawner is not null || !(Options.Group ?? _handlers).TrySpawn(static arrival => arrival.ServeAsync(), last, out Fiber fiber))
            {
                last.Refuse();
                continue;
            }

            if (Options.Group is not null) Track(fiber);
            last.GivenTo(fiber);
        }
    }

    private void CloseSocket() => _socket?.Dispose();
}
