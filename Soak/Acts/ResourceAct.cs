namespace CoGen.Soak.Acts;

/// <summary>A resource has one user at a time, no more are made than the pool holds, and all come back.</summary>
internal sealed class ResourceAct : Act
{
    private const int Size = 3;
    private readonly CoResourcePool<Thing> _pool;
    private int _alive;

    internal ResourceAct() => _pool = new CoResourcePool<Thing>(MakeAsync, new ResourcePoolOptions<Thing> { MaxSize = Size, Close = _ => Interlocked.Decrement(ref _alive) });

    internal override IEnumerable<Waitable> Waitables => [_pool.Available];

    internal override async Coroutine DoAsync(Life life)
    {
        Resource<Thing> thing = await _pool.TakeAsync(life.AnyLimit(), life.AnyToken());
        try
        {
            if (Interlocked.Increment(ref thing.Value.Users) != 1) life.World.Broken("a resource has two users");
            await life.PauseAsync();
        }
        finally
        {
            Interlocked.Decrement(ref thing.Value.Users);
            if (life.Next(4) == 0) thing.Discard();
            else thing.Dispose();
        }
    }

    internal override void Check(World world)
    {
        if (_pool.FreeCount != Size || _pool.WaitingCount != 0) world.Broken($"{_pool.FreeCount} of {Size} resources are free");
        if (_pool.IdleCount != _alive) world.Broken($"{_alive} resources are not closed, and {_pool.IdleCount} idle");
    }

    private async Coroutine<Thing> MakeAsync()
    {
        await Co.YieldAsync();
        Interlocked.Increment(ref _alive);
        return new Thing();
    }

    private sealed class Thing
    {
        internal int Users;
    }
}
