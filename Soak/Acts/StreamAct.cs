namespace CoGen.Soak.Acts;

/// <summary>One puts, one takes: all of it, and in order.</summary>
internal sealed class StreamAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        Conduit<int> conduit = life.Next(2) == 0 ? new CoChannel<int>() : new CoQueue<int>(1 + life.Next(2));
        int count = life.Next(6);
        await Nursery.RunAsync(async nursery =>
        {
            nursery.Spawn(async producer =>
            {
                for (int i = 0; i < count; i++)
                {
                    if (producer.Next(3) == 0) await producer.PauseAsync();
                    await conduit.PutAsync(i);
                }
            }, life.Child());
            for (int i = 0; i < count; i++)
            {
                int got = await conduit.TakeAsync();
                if (got != i) life.World.Broken($"{got} came where {i} was due");
                if (life.Next(3) == 0) await life.PauseAsync();
            }
        });
    }
}
