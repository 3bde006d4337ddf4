namespace CoGen.Tests;

/// <summary>What a spawn into a pool costs beyond a spawn, which itself costs nothing: a place in the pool, and a fiber that is not recycled because it knows of it.</summary>
public class PoolAllocationTests
{
    private const int Spawns = 1000;

    private static readonly Func<Coroutine> s_body = static async () => await Co.YieldAsync();

    [Fact]
    public void A_spawn_into_a_pool_allocates_a_few_hundred_bytes() => Assert.InRange(BytesPerSpawn(async pool => await pool.SpawnAsync(s_body)), 0, 450);

    [Fact]
    public void Waiting_for_a_slot_allocates_nothing_more()
    {
        long withRoom = BytesPerSpawn(async pool => await pool.SpawnAsync(s_body));
        long full = BytesPerSpawn(async pool => await pool.SpawnAsync(s_body), size: 1);
        Assert.InRange(full - withRoom, -64, 64);
    }

    private static long BytesPerSpawn(Func<CoPool, Coroutine> spawn, int size = int.MaxValue)
    {
        LoopScheduler loop = new(Virtual.Clock());
        CoPool pool = new(size);
        loop.Run(Body);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(Body);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Spawns;

        async Coroutine Body()
        {
            for (int i = 0; i < Spawns; i++) await spawn(pool);
            await pool.JoinAsync();
        }
    }
}
