namespace CoGen.Soak.Acts;

/// <summary>What is done under a shield is done as a whole: nothing is lost between two accounts.</summary>
internal sealed class TransferAct : Act
{
    private long _from;
    private long _to;

    internal override async Coroutine DoAsync(Life life)
    {
        using (Co.Shield())
        {
            Interlocked.Decrement(ref _from);
            await life.PauseAsync();
            await Co.YieldAsync();
            Interlocked.Increment(ref _to);
        }

        await life.PauseAsync();
    }

    internal override void Check(World world)
    {
        if (_from + _to != 0) world.Broken($"{-_from} were taken and {_to} given");
    }
}
