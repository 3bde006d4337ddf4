using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Queues, channels and selects under timeouts from outside.</summary>
public class QueueScopeTests
{
    public static TheoryData<string> Waits => ["take", "try-take", "peek", "put", "channel-take", "channel-put", "select", "join"];

    [Theory]
    [MemberData(nameof(Waits))]
    public void S3_The_scopes_own_error_surfaces(string wait) => Assert.Equal(Ms(1), Run(async () =>
    {
        FormatException error = new("mine");
        using TimeoutScope scope = new TimeoutScope(Ms(1), error).Start();
        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(async () => await Start(wait, Timeout.InfiniteTimeSpan)));
    }));

    [Theory]
    [MemberData(nameof(Waits))]
    public void S4_An_outer_timeout_is_not_mistaken_for_that_of_the_call(string wait) => Assert.Equal(Ms(1), Run(async () =>
    {
        using TimeoutScope scope = Co.TimeoutAfter(Ms(1));
        Assert.Same(scope, (await Assert.ThrowsAsync<ScopeTimeoutException>(async () => await Start(wait, TimeSpan.FromSeconds(1)))).Scope);
    }));

    private static async Coroutine Start(string wait, TimeSpan timeout)
    {
        CoQueue<int> empty = new();
        CoQueue<int> full = new([0], capacity: 1);
        CoChannel<int> channel = new();
        CoSelect select = new();
        select.Take(empty);
        select.Put(full, 1);
        select.Take(channel);
        try
        {
            switch (wait)
            {
                case "take": await empty.TakeAsync(timeout); break;
                case "try-take": await empty.TryTakeAsync(timeout); break;
                case "peek": await empty.PeekAsync(timeout); break;
                case "put": await full.PutAsync(1, timeout); break;
                case "channel-take": await channel.TakeAsync(timeout); break;
                case "channel-put": await channel.PutAsync(1, timeout); break;
                case "select": await select.WaitAsync(timeout); break;
                case "join": await full.JoinAsync(timeout); break;
            }
        }
        finally
        {
            Assert.Equal((0, 0, 0), (empty.WaitingTakers, full.WaitingPutters, channel.Balance));
        }
    }
}
