namespace CoGen.Soak.Acts;

/// <summary>Who was spawned in a nursery has ended when it has; one failure ends all.</summary>
internal sealed class NurseryAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        int inside = 0;
        int fate = life.Next(5);
        try
        {
            await Nursery.RunAsync(async nursery =>
            {
                for (int i = life.Next(4); i > 0; i--) nursery.Spawn(LiveInsideAsync, life.Child());
                if (fate == 0) nursery.Spawn(FailAsync, life.Child());
                await life.PauseAsync();
                if (fate == 1) nursery.Cancel();
                if (fate == 2) life.World.Outside.Send(nursery.Cancel);
            });
        }
        catch (ExpectedException)
        {
        }

        if (inside != 0) life.World.Broken($"{inside} fibers have outlived their nursery");

        async Coroutine LiveInsideAsync(Life child)
        {
            Interlocked.Increment(ref inside);
            try
            {
                await child.World.LiveAsync(child);
            }
            finally
            {
                Interlocked.Decrement(ref inside);
            }
        }
    }

    private static async Coroutine FailAsync(Life life)
    {
        await life.PauseAsync();
        throw new ExpectedException();
    }
}
