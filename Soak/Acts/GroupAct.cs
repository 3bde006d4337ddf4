namespace CoGen.Soak.Acts;

/// <summary>No more than its size are in a pool, and all of them leave it.</summary>
internal sealed class GroupAct : Act
{
    private const int Size = 3;
    private readonly CoPool _pool = new(Size);
    private int _inside;

    internal override IEnumerable<Waitable> Waitables => [_pool, _pool.Available];

    internal override async Coroutine DoAsync(Life life)
    {
        switch (life.Next(4))
        {
            case 0:
                int[] squares = await _pool.MapAsync(Enumerable.Range(0, life.Next(4)), async Coroutine<int> (number) =>
                {
                    await Co.YieldAsync();
                    return number * number;
                });
                for (int i = 0; i < squares.Length; i++)
                {
                    if (squares[i] != i * i) life.World.Broken("a map gave a result to another");
                }

                break;
            case 1:
                CoGroup own = new();
                for (int i = life.Next(4); i > 0; i--) own.Spawn(life.Child().PauseAsync);
                if (life.Next(2) == 0) await own.KillAsync();
                else await own.JoinAsync();
                if (own.Count != 0) life.World.Broken("a group was left by a fiber that was joined");
                break;
            default:
                Fiber fiber = await _pool.SpawnAsync(StayAsync, life.Child(), life.AnyToken());
                if (life.Next(3) == 0) fiber.Cancel();
                break;
        }
    }

    internal override void Check(World world)
    {
        if (_pool.Count != 0 || _pool.FreeCount != Size) world.Broken($"{_pool.Count} are in a pool with {_pool.FreeCount} of {Size} slots free");
    }

    private async Coroutine StayAsync(Life life)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > Size) life.World.Broken("more fibers were in a pool than it takes");
            await life.PauseAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
