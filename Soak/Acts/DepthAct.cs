namespace CoGen.Soak.Acts;

/// <summary>A deep chain of calls comes back with what it is to bring.</summary>
internal sealed class DepthAct : Act
{
    internal override bool IsForAll => true;

    internal override async Coroutine DoAsync(Life life)
    {
        int depth = life.Next(30);
        if (await DescendAsync(life, depth) != depth) life.World.Broken("calls came back with another result");
    }

    private static async Coroutine<int> DescendAsync(Life life, int depth)
    {
        if (depth == 0)
        {
            await life.PauseAsync();
            return 0;
        }

        return 1 + await DescendAsync(life, depth - 1);
    }
}
