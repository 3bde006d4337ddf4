namespace CoGen.Soak.Acts;

/// <summary>Nobody begins a phase before all have ended the one before.</summary>
internal sealed class BarrierAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        int count = 2 + life.Next(2);
        CoBarrier barrier = new(count);
        int arrived = 0;
        await Nursery.RunAsync(async nursery =>
        {
            for (int i = 1; i < count; i++) nursery.Spawn(ArriveAsync, life.Child());
            await ArriveAsync(life);
        });

        async Coroutine ArriveAsync(Life life)
        {
            for (int phase = 1; phase <= 2; phase++)
            {
                await life.PauseAsync();
                Interlocked.Increment(ref arrived);
                await barrier.SignalAndWaitAsync();
                if (Volatile.Read(ref arrived) < phase * count) life.World.Broken("one went on before all had arrived");
            }
        }
    }
}
