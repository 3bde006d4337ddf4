namespace CoGen.Soak.Acts;

/// <summary>At most so many hold a permit, and all come back.</summary>
internal sealed class PermitAct(bool isFair) : Act
{
    private const int Permits = 3;
    private readonly CoSemaphore _semaphore = new(Permits, Permits) { IsFair = isFair };
    private int _held;

    internal override bool IsForAll => true;

    internal override IEnumerable<Waitable> Waitables => [_semaphore];

    internal override async Coroutine DoAsync(Life life)
    {
        if (!(life.Next(4) == 0 ? _semaphore.TryWait() : await _semaphore.WaitAsync(life.AnyLimit(), life.AnyToken()))) return;
        try
        {
            if (Interlocked.Increment(ref _held) > Permits) life.World.Broken("more permits were held than there are");
            await life.PauseAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _held);
            if (life.Next(4) == 0) life.World.Outside.Send(() => _semaphore.Release());
            else _semaphore.Release();
        }
    }

    internal override void Check(World world)
    {
        if (_semaphore.CurrentCount != Permits) world.Broken($"{_semaphore.CurrentCount} of {Permits} permits came back");
    }
}
