using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoResourcePoolTests : Staged
{
    private readonly Log _log = new();
    private int _made;

    private Coroutine<Connection> Make() => new(new Connection(Interlocked.Increment(ref _made), _log));

    private CoResourcePool<Connection> Pool(ResourcePoolOptions<Connection>? options = null) => new(Make, options);

    [Fact]
    public void Resources_are_made_when_needed_and_used_again()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 2 });
            Assert.Equal(0, pool.Count);
            Resource<Connection> first = await pool.TakeAsync();
            Resource<Connection> second = await pool.TakeAsync();
            Assert.Equal((1, 2), (first.Value.Id, second.Value.Id));
            Assert.False(pool.Available.IsReady);
            first.Dispose();
            first.Dispose();
            Assert.Equal((2, 1, 1), (pool.Count, pool.IdleCount, pool.FreeCount));
            Assert.Throws<ObjectDisposedException>(() => first.Value);
            using (Resource<Connection> again = await pool.TakeAsync()) Assert.Equal(1, again.Value.Id);
            second.Dispose();
            Assert.Equal(2, _made);
        });
        _log.ShouldBe("");
    }

    [Fact]
    public void Who_finds_all_in_use_waits_in_order()
    {
        Virtual.Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1 });
            Resource<Connection> held = await pool.TakeAsync();
            PoolFullException error = await Throws<PoolFullException>(async () => await pool.TakeAsync(Ms(5)));
            Assert.IsAssignableFrom<TimeoutException>(error);
            Fiber[] users = [.. Enumerable.Range(1, 3).Select(i => Co.Spawn(
                async i =>
                {
                    using Resource<Connection> taken = await pool.TakeAsync();
                    _log.Add(i);
                    await Co.SleepAsync(1);
                },
                i))];
            await Co.YieldAsync();
            Assert.Equal(3, pool.WaitingCount);
            held.Dispose();
            await Co.JoinAllAsync(users);
            Assert.Equal(1, _made);
        });
        _log.ShouldBe("1 2 3");
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void Idle_ones_are_taken_last_in_first_out_or_in_turn(bool isFifo, int expected)
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { IsFifo = isFifo });
            Resource<Connection> first = await pool.TakeAsync();
            Resource<Connection> second = await pool.TakeAsync();
            first.Dispose();
            second.Dispose();
            Assert.Equal(expected, (await pool.TakeAsync()).Value.Id);
        });
    }

    [Fact]
    public void What_is_discarded_is_closed_and_made_anew()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1 });
            Resource<Connection> broken = await pool.TakeAsync();
            broken.Discard();
            broken.Dispose();
            Assert.Equal(0, pool.Count);
            Assert.Equal(2, (await pool.TakeAsync()).Value.Id);
        });
        _log.ShouldBe("closed1");
    }

    [Fact]
    public void A_failure_to_make_one_frees_its_place()
    {
        Run(async () =>
        {
            int tries = 0;
            CoResourcePool<Connection> pool = new(async () =>
            {
                await Co.SleepAsync(1);
                return ++tries == 1 ? throw new FormatException() : await Make();
            }, new() { MaxSize = 1 });
            await Throws<FormatException>(async () => await pool.TakeAsync());
            Assert.Equal((0, 1), (pool.Count, pool.FreeCount));
            Fiber killed = Co.Spawn(async () => await pool.TakeAsync());
            await Co.YieldAsync();
            await killed.KillAsync();
            Assert.Equal((0, 1), (pool.Count, pool.FreeCount));
            Assert.NotNull((await pool.TakeAsync()).Value);
        });
    }

    [Fact]
    public void What_is_not_healthy_is_closed_and_the_next_is_taken()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { IsHealthyAsync = Check });
            Resource<Connection>[] all = [await pool.TakeAsync(), await pool.TakeAsync(), await pool.TakeAsync()];
            foreach (Resource<Connection> one in all) one.Dispose();
            Assert.Equal(1, (await pool.TakeAsync()).Value.Id);
            Assert.Equal(1, pool.Count);
        });
        _log.ShouldBe("closed3 closed2");

        async Coroutine<bool> Check(Connection connection)
        {
            await Co.SleepAsync(1);
            return connection.Id switch { 3 => false, 2 => throw new TimeoutException(), _ => true };
        }
    }

    [Fact]
    public void Who_is_interrupted_in_a_check_frees_its_place()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1, IsHealthyAsync = async _ => { await Co.SleepAsync(Timeout.Infinite); return true; } });
            (await pool.TakeAsync()).Dispose();
            Assert.False(await Co.TryWithTimeoutAsync(Ms(5), async () => await pool.TakeAsync()));
            Assert.Equal((0, 1), (pool.Count, pool.FreeCount));
        });
        _log.ShouldBe("closed1");
    }

    [Fact]
    public void Old_ones_are_not_given_out_again()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxAge = Ms(10) });
            Resource<Connection> first = await pool.TakeAsync();
            await Co.SleepAsync(5);
            first.Dispose();
            first = await pool.TakeAsync();
            Assert.Equal(1, first.Value.Id);
            await Co.SleepAsync(5);
            first.Dispose();
            Assert.Equal(0, pool.Count);
            Assert.Equal(2, (await pool.TakeAsync()).Value.Id);
        });
        _log.ShouldBe("closed1");
    }

    [Fact]
    public void What_is_idle_for_too_long_is_closed_by_itself_down_to_the_least()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxIdle = Ms(10), MinSize = 1 });
            Resource<Connection> first = await pool.TakeAsync();
            Resource<Connection> second = await pool.TakeAsync();
            first.Dispose();
            await Co.SleepAsync(5);
            second.Dispose();
            await Co.SleepAsync(6);
            Assert.Equal(1, pool.IdleCount);
            await Co.SleepAsync(100);
            Assert.Equal(1, pool.IdleCount);
            Assert.Equal(2, (await pool.TakeAsync()).Value.Id);
        });
        _log.ShouldBe("closed1");
    }

    [Fact]
    public void Outside_any_scheduler_idle_ones_are_closed_when_somebody_looks()
    {
        VirtualClock clock = Virtual.Clock();
        CoResourcePool<Connection> pool = Pool(new() { MaxIdle = Ms(10), Clock = clock });
        pool.Take().Dispose();
        clock.Advance(Ms(10));
        Assert.Equal(1, pool.IdleCount);
        pool.Trim();
        Assert.Equal(0, pool.IdleCount);
    }

    [Fact]
    public void The_size_can_be_changed()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1 });
            Resource<Connection> first = await pool.TakeAsync();
            Fiber<Resource<Connection>> waiting = Co.Spawn(() => pool.TakeAsync());
            await Co.SleepAsync(1);
            Assert.False(waiting.IsFinished);
            pool.MaxSize = 2;
            Resource<Connection> second = await waiting;
            second.Dispose();
            pool.MaxSize = 1;
            Assert.Equal((1, 0), (pool.Count, pool.IdleCount));
            pool.MaxSize = 0;
            Assert.Equal(-1, pool.FreeCount);
            first.Dispose();
            Assert.Equal(0, pool.Count);
            Assert.Throws<ArgumentOutOfRangeException>(() => pool.MaxSize = -1);
        });
        _log.ShouldBe("closed2 closed1");
    }

    [Fact]
    public void Filling_makes_the_least_ahead()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MinSize = 2 });
            await pool.FillAsync();
            await pool.FillAsync();
            Assert.Equal((2, 2, 4), (_made, pool.IdleCount, pool.FreeCount));
        });
    }

    [Fact]
    public void Disposing_closes_idle_ones_now_and_lent_ones_when_they_come_back()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 2 });
            Resource<Connection> idle = await pool.TakeAsync();
            Resource<Connection> lent = await pool.TakeAsync();
            Fiber<Resource<Connection>> waiting = Co.Spawn(() => pool.TakeAsync());
            await Co.SleepAsync(1);
            idle.Dispose();
            Resource<Connection> third = await waiting;
            third.Dispose();
            pool.Dispose();
            _log.ShouldBe("closed1");
            lent.Dispose();
            _log.ShouldBe("closed1 closed2");
            await Throws<ObjectDisposedException>(async () => await pool.TakeAsync());
        });
    }

    [Fact]
    public void Those_who_wait_for_a_disposed_pool_are_told()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1 });
            await pool.TakeAsync();
            Fiber waiting = Co.Spawn(async () => await Throws<ObjectDisposedException>(async () => await pool.TakeAsync()));
            await Co.SleepAsync(1);
            pool.Dispose();
            await waiting;
        });
    }

    [Fact]
    public void Errors_in_closing_are_nobodys_who_takes_or_gives()
    {
        List<Exception> errors = [];
        Run(async () =>
        {
            CoResourcePool<int> pool = new(() => new Coroutine<int>(1), new() { Close = _ => throw new FormatException(), CloseFailed = errors.Add });
            (await pool.TakeAsync()).Discard();
            Assert.Equal(4, pool.FreeCount);
        });
        Assert.IsType<FormatException>(Assert.Single(errors));
    }

    [Fact]
    public void Options_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pool(new() { MaxSize = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pool(new() { MinSize = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pool(new() { MaxIdle = TimeSpan.MaxValue }));
        Assert.Throws<ArgumentException>(() => Pool(new() { IsHealthy = _ => true, IsHealthyAsync = _ => new Coroutine<bool>(true) }));
    }

    [Fact]
    public void A_pool_can_be_waited_for_among_others()
    {
        Run(async () =>
        {
            CoResourcePool<Connection> pool = Pool(new() { MaxSize = 1 });
            Resource<Connection> held = await pool.TakeAsync();
            Co.SpawnAfter(Ms(5), () => { held.Dispose(); return default(Coroutine); });
            Assert.Equal(1, await Co.WaitAnyAsync(new CoSemaphore(0), pool.Available));
            Assert.Equal(1, pool.FreeCount);
        });
    }

    [Theory]
    [Interleavings(30)]
    public void Under_any_order_of_turns_no_resource_is_used_by_two_or_lost(TestScheduler scheduler)
    {
        CoResourcePool<Connection>? pool = null;
        scheduler.Run(async () =>
        {
            pool = new CoResourcePool<Connection>(async () => { await Co.YieldAsync(); return await Make(); }, new() { MaxSize = 2 });
            Fiber[] users = [.. Enumerable.Range(0, 5).Select(i => Co.Spawn(
                async i =>
                {
                    Resource<Connection> taken = await pool.TakeAsync();
                    Assert.False(taken.Value.IsInUse);
                    taken.Value.IsInUse = true;
                    try
                    {
                        await Co.YieldAsync();
                    }
                    finally
                    {
                        taken.Value.IsInUse = false;
                        if (i == 2) taken.Discard();
                        else taken.Dispose();
                    }
                },
                i))];
            await Co.YieldAsync();
            users[3].Cancel();
            await Co.JoinAllAsync(users);
        });
        Assert.Equal(2, pool!.FreeCount);
        Assert.Equal(pool.IdleCount, pool.Count);
        Assert.InRange(pool.Count, 1, 2);
    }

    private sealed class Connection(int id, Log log) : IDisposable
    {
        internal int Id => id;

        internal bool IsInUse { get; set; }

        public void Dispose() => log.Add($"closed{id}");
    }
}
