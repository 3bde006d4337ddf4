namespace CoGen.Soak.Acts;

/// <summary>Readers see no half-done writing, and no writing is lost.</summary>
internal sealed class ReadWriteAct : Act
{
    private readonly CoReaderWriterLock _lock = new();
    private int _first;
    private int _second;
    private int _changes;

    internal override IEnumerable<Waitable> Waitables => [_lock];

    internal override Coroutine DoAsync(Life life) => life.Next(3) == 0 ? WriteAsync(life) : ReadAsync(life);

    internal override void Check(World world)
    {
        if (_lock.IsWriteLockHeld || _lock.CurrentReadCount != 0) world.Broken($"{_lock} is held");
        if (_first != _changes || _second != _changes) world.Broken($"{_changes} changes under a write lock have made {_first} and {_second}");
    }

    private async Coroutine ReadAsync(Life life)
    {
        if (!(life.Next(4) == 0 ? _lock.TryEnterReadLock() : await _lock.TryEnterReadLockAsync(life.AnyLimit(), life.AnyToken()))) return;
        try
        {
            int first = _first;
            await life.PauseAsync();
            if (first != _second) life.World.Broken($"a reader saw {first} and {_second}");
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private async Coroutine WriteAsync(Life life)
    {
        if (!(life.Next(4) == 0 ? _lock.TryEnterWriteLock() : await _lock.TryEnterWriteLockAsync(life.AnyLimit(), life.AnyToken()))) return;
        bool isDowngraded = false;
        try
        {
            _first++;
            try
            {
                await life.PauseAsync();
            }
            finally
            {
                _second++;
                _changes++;
            }

            if (life.Next(4) != 0) return;
            _lock.Downgrade();
            isDowngraded = true;
            await life.PauseAsync();
        }
        finally
        {
            if (isDowngraded) _lock.ExitReadLock();
            else _lock.ExitWriteLock();
        }
    }
}
