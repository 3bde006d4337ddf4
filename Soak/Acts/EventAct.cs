namespace CoGen.Soak.Acts;

/// <summary>Whoever waits for an event is told: of one's own, which another thread sets once, or of one for all, which is set and reset.</summary>
internal sealed class EventAct : Act
{
    private readonly CoEvent _beat = new();

    internal EventAct(World world) => world.Beats.Add(() =>
    {
        _beat.Set();
        _beat.Reset();
    });

    internal override bool IsForAll => true;

    internal override IEnumerable<Waitable> Waitables => [_beat];

    internal override async Coroutine DoAsync(Life life)
    {
        if (life.Next(4) == 0)
        {
            await _beat.WaitAsync(life.AnyLimit(), life.AnyToken());
            return;
        }

        CoEvent own = new();
        life.World.Outside.Send(own.Set);
        bool isSet = await own.WaitAsync(life.AnyLimit(), life.AnyToken());
        if (isSet && !own.IsSet) life.World.Broken("an event was seen set that was not");
    }
}
