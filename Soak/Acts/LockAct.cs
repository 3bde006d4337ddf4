namespace CoGen.Soak.Acts;

/// <summary>What one reads under a lock, and writes after a wait, nobody has changed meanwhile.</summary>
internal sealed class LockAct : Act
{
    private readonly CoLock _lock = new();
    private int _guarded;
    private int _changes;

    internal override IEnumerable<Waitable> Waitables => [_lock];

    internal override async Coroutine DoAsync(Life life)
    {
        if (!(life.Next(4) == 0 ? _lock.TryEnter() : await _lock.TryEnterAsync(life.AnyLimit(), life.AnyToken()))) return;
        try
        {
            int seen = _guarded;
            await life.PauseAsync();
            if (life.Next(4) == 0)
            {
                using (await _lock.EnterScopeAsync()) await life.PauseAsync();
            }

            _guarded = seen + 1;
            Interlocked.Increment(ref _changes);
        }
        finally
        {
            _lock.Exit();
        }
    }

    internal override void Check(World world)
    {
        if (_lock.IsHeld) world.Broken($"{_lock} is held by {_lock.HeldBy}");
        if (_guarded != _changes) world.Broken($"{_changes} changes under a lock have made {_guarded}");
    }
}
