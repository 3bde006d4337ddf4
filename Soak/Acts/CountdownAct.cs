namespace CoGen.Soak.Acts;

/// <summary>The countdown ends when all have signalled.</summary>
internal sealed class CountdownAct : Act
{
    internal override bool IsForAll => true;

    internal override async Coroutine DoAsync(Life life)
    {
        int count = 1 + life.Next(3);
        int signals = 0;
        CoCountdown countdown = new(count);
        for (int i = 0; i < count; i++)
        {
            life.World.Spawn(life, async other =>
            {
                await other.PauseAsync();
                Interlocked.Increment(ref signals);
                if (other.Next(3) == 0) other.World.Outside.Send(() => countdown.Signal());
                else countdown.Signal();
            });
        }

        bool isOver = await countdown.WaitAsync(life.AnyLimit(), life.AnyToken());
        if (isOver && (signals != count || countdown.CurrentCount != 0)) life.World.Broken($"a countdown of {count} ended at {signals} signals");
    }
}
