using CoGen.Clients.Tests.Harness;
using StackExchange.Redis;

namespace CoGen.Clients.Tests.Databases;

/// <summary>Redis through StackExchange.Redis, in its blocking style.</summary>
public sealed partial class RedisTests(RedisServer server)
{
    [Fact]
    public void Two_hundred_fibers_set_get_and_count()
    {
        using ConnectionMultiplexer redis = ConnectionMultiplexer.Connect(server.Configuration);
        string[] values = new string[Crowd.Size];
        RedisKey counter = $"{Guid.NewGuid()}";

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(SetAndGet, redis.GetDatabase(), counter, i, values)));

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => $"value {i}"), values);
        Assert.Equal(Crowd.Size, (int)redis.GetDatabase().StringGet(counter));
    }

    [Fact]
    public void A_server_that_does_not_answer_holds_up_only_those_who_ask_it()
    {
        using ConnectionMultiplexer redis = ConnectionMultiplexer.Connect(server.Configuration);
        RedisKey key = $"{Guid.NewGuid()}";
        IDisposable pause = server.Pause();
        Fiber asking = Co.Spawn(Increment, redis.GetDatabase(), key);

        Crowd.Join(Co.Spawn(GoOnWhileStopped, pause), asking);

        Assert.Equal(1, (int)redis.GetDatabase().StringGet(key));
    }

    [Fact]
    public void A_kill_ends_the_wait_and_the_connection_stays_usable()
    {
        using ConnectionMultiplexer redis = ConnectionMultiplexer.Connect(server.Configuration);
        RedisKey key = $"{Guid.NewGuid()}";
        Fiber asking;
        using (server.Pause())
        {
            asking = Co.Spawn(Increment, redis.GetDatabase(), key);
            Co.Sleep(0);
            asking.Kill();
        }

        Assert.Equal(FiberState.Killed, asking.State);
        Co.Spawn(Increment, redis.GetDatabase(), key).Join();
    }

    [Coroutine]
    private static void SetAndGet(IDatabase redis, RedisKey counter, int i, string[] values)
    {
        RedisKey key = $"{counter}:{i}";
        redis.StringSet(key, $"value {i}");
        redis.StringIncrement(counter);
        values[i] = redis.StringGet(key)!;
    }

    [Coroutine]
    private static void Increment(IDatabase redis, RedisKey key) => redis.StringIncrement(key);

    [Coroutine]
    private static void GoOnWhileStopped(IDisposable pause)
    {
        for (int turn = 0; turn < 10; turn++) Thread.Sleep(1);
        pause.Dispose();
    }
}
