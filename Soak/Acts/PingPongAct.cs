namespace CoGen.Soak.Acts;

/// <summary>Two that wake each other in turn, as often as agreed.</summary>
internal sealed class PingPongAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        CoAutoResetEvent ping = new();
        CoAutoResetEvent pong = new();
        int rounds = life.Next(4);
        int answers = 0;
        await Nursery.RunAsync(async nursery =>
        {
            nursery.Spawn(async partner =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await ping.WaitAsync();
                    await partner.PauseAsync();
                    answers++;
                    pong.Set();
                }
            }, life.Child());
            for (int i = 0; i < rounds; i++)
            {
                if (life.Next(4) == 0) life.World.Outside.Send(ping.Set);
                else ping.Set();
                await pong.WaitAsync();
            }
        });
        if (answers != rounds) life.World.Broken($"{rounds} times it was asked, and {answers} times answered");
    }
}
