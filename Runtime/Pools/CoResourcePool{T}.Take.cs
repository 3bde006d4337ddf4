namespace CoGen;

public sealed partial class CoResourcePool<T>
{
    /// <summary>Takes a resource, for which it waits if all are in use: an idle one that is healthy, else a new one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The resource. Dispose of it to give it back.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was one.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed of.</exception>
    /// <exception cref="Exception">What making a new one has thrown. The next taker tries again.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public Resource<T> Take(CancellationToken cancellationToken = default) => Take(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="timeout">How long to wait at most while all are in use. The time that it takes to make a new one does not count.</param>
    /// <exception cref="PoolFullException">All were in use all the time.</exception>
    /// <inheritdoc cref="Take(CancellationToken)"/>
    public Resource<T> Take(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoResourcePool.Take");
        return turn.Wait(TakeAsync(timeout, cancellationToken));
    }

    /// <inheritdoc cref="Take(CancellationToken)"/>
    public Coroutine<Resource<T>> TakeAsync(CancellationToken cancellationToken = default) => TakeAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="Take(TimeSpan, CancellationToken)"/>
    public async Coroutine<Resource<T>> TakeAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        timeout = Time.Require(timeout);
        if (!await _slots.TakeAsync(timeout, cancellationToken)) throw new PoolFullException(this, _slots.Size);

        bool hasResource = false;
        lock (_gate) _lent++;
        try
        {
            Resource<T> resource = await TakeIdleAsync() ?? new Resource<T>(this, await CreateAsync());
            hasResource = true;
            return resource;
        }
        finally
        {
            if (!hasResource)
            {
                lock (_gate) _lent--;
                _slots.Release(null);
            }
        }
    }

    /// <summary>Makes resources until there are <see cref="ResourcePoolOptions{T}.MinSize"/>, so that the first users need not wait for them.</summary>
    /// <inheritdoc cref="Take(CancellationToken)" path="/param"/>
    /// <inheritdoc cref="Take(CancellationToken)" path="/exception"/>
    public void Fill(CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("CoResourcePool.Fill");
        turn.Wait(FillAsync(cancellationToken));
    }

    /// <inheritdoc cref="Fill(CancellationToken)"/>
    public async Coroutine FillAsync(CancellationToken cancellationToken = default)
    {
        while (Count < Math.Min(_options.MinSize, MaxSize))
        {
            if (!await _slots.TakeAsync(Timeout.InfiniteTimeSpan, cancellationToken)) return;

            PooledResource<T>? made = null;
            lock (_gate) _lent++;
            try
            {
                made = await CreateAsync();
            }
            finally
            {
                if (made is null)
                {
                    lock (_gate) _lent--;
                    _slots.Release(null);
                }
            }

            GiveBack(made, isGood: true);
        }
    }

    private async Coroutine<PooledResource<T>> CreateAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new PooledResource<T>(await _create(), _clock.GetTimestamp());
    }

    private async Coroutine<Resource<T>?> TakeIdleAsync()
    {
        while (NextIdle() is { } resource)
        {
            bool isGood = false;
            try
            {
                isGood = !IsTooOld(resource) && !(Count > _options.MinSize && IsIdleTooLong(resource)) && await CheckAsync(resource.Value);
            }
            finally
            {
                if (!isGood) Close(resource);
            }

            if (isGood) return new Resource<T>(this, resource);
        }

        return null;
    }

    private PooledResource<T>? NextIdle()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            LinkedListNode<PooledResource<T>>? node = _options.IsFifo ? _idle.First : _idle.Last;
            if (node is null) return null;
            _idle.Remove(node);
            return node.Value;
        }
    }

    /// <summary>Asks whether a resource is good. Only what interrupts the taker is thrown.</summary>
    private async Coroutine<bool> CheckAsync(T resource)
    {
        try
        {
            if (_options.IsHealthyAsync is { } check) return await check(resource);
            return _options.IsHealthy is not { } plain || plain(resource);
        }
        catch (Exception error) when (error is not (OperationCanceledException or ScopeTimeoutException))
        {
            return false;
        }
    }
}
