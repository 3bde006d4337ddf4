namespace CoGen.Soak.Acts;

/// <summary>What blocks is done by a thread of a pool, and its result comes back.</summary>
internal sealed class ThreadAct(CoThreadPool threads) : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        int number = life.Next(100);
        if (await threads.RunAsync(() => number + 1, life.AnyToken()) != number + 1) life.World.Broken("a thread gave another result than it was to");
    }
}
