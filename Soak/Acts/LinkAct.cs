namespace CoGen.Soak.Acts;

/// <summary>Each link tells once, or was taken back before it told.</summary>
internal sealed class LinkAct : Act
{
    private int _asked;
    private int _told;

    internal override async Coroutine DoAsync(Life life)
    {
        World world = life.World;
        Fiber fiber = life.Next(2) == 0 ? world.AnyOfWave(life) : world.Spawn(life, other => other.PauseAsync());
        world.ExpectEnd();
        Interlocked.Increment(ref _asked);
        switch (life.Next(3))
        {
            case 0:
                fiber.OnEndInline(_ => Tell(world));
                break;
            case 1:
                fiber.OnEnd(_ => Tell(world));
                break;
            default:
                Life told = life.Child();
                fiber.OnEnd(async _ =>
                {
                    await told.PauseAsync();
                    Tell(world);
                });
                break;
        }

        // Whether a link that is taken back has told before cannot be known, but it tells no more after.
        int toldAll = 0;
        FiberLink link = fiber.OnEnd(_ => Interlocked.Increment(ref toldAll));
        try
        {
            await life.PauseAsync();
        }
        finally
        {
            link.Dispose();
        }

        if (toldAll > 1) world.Broken("a link told twice");
    }

    private void Tell(World world)
    {
        Interlocked.Increment(ref _told);
        world.MeetEnd();
    }

    internal override void Check(World world)
    {
        if (_asked != _told) world.Broken($"{_asked} links told {_told} times");
    }
}
