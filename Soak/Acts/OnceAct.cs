namespace CoGen.Soak.Acts;

/// <summary>What is done once is done once, for all who ask.</summary>
internal sealed class OnceAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        int made = 0;
        CoLazy<int> lazy = new(async Coroutine<int> () =>
        {
            await Co.YieldAsync();
            return Interlocked.Increment(ref made);
        });
        await Nursery.RunAsync(async nursery =>
        {
            for (int i = life.Next(3); i > 0; i--) nursery.Spawn(ReadAsync, life.Child());
            await ReadAsync(life);
        });
        if (made != 1) life.World.Broken($"it was made {made} times");

        async Coroutine ReadAsync(Life life)
        {
            await life.PauseAsync();
            if (await lazy.GetValueAsync() != 1) life.World.Broken("what is made once came out twice");
        }
    }
}
