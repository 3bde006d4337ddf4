namespace CoGen.Soak.Acts;

/// <summary>All who wait for one result get that result.</summary>
internal sealed class PromiseAct : Act
{
    internal override bool IsForAll => true;

    internal override async Coroutine DoAsync(Life life)
    {
        Promise<int> promise = new();
        int kept = life.Next(1000);
        for (int i = life.Next(3); i > 0; i--) life.World.Spawn(life, other => ReadAsync(other, promise, kept));
        switch (life.Next(3))
        {
            case 0:
                life.World.Outside.Send(() => promise.SetResult(kept));
                break;
            case 1:
                life.World.Outside.Send(() => promise.SetException(new ExpectedException()));
                break;
            default:
                life.World.Spawn(life, async other =>
                {
                    await other.PauseAsync();
                    promise.SetResult(kept);
                });
                break;
        }

        await ReadAsync(life, promise, kept);
    }

    private static async Coroutine ReadAsync(Life life, Promise<int> promise, int kept)
    {
        try
        {
            if (await promise.GetResultAsync(life.AnyLimit(), life.AnyToken()) != kept) life.World.Broken("a promise gave another result than it was given");
        }
        catch (ExpectedException)
        {
        }
    }
}
