using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>No kill, timeout or token loses an item or gives it out twice, whenever it comes.</summary>
public class LossTests
{
    [Fact]
    public void A_taker_that_is_killed_just_woken_has_the_item()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            int got = 0;
            Fiber killed = Co.Spawn(async () =>
            {
                got = await queue.TakeAsync();
                await Co.SleepAsync(1);
            });
            await Co.YieldAsync();
            queue.TryPut(1);
            await killed.KillAsync();
            Assert.Equal((1, 0), (got, queue.Count));
            Assert.Equal(FiberState.Killed, killed.State);
        });
    }

    [Fact]
    public void A_taker_that_is_killed_woken_for_nothing_leaves_the_next_item_to_the_next()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber killed = Co.Spawn(() => queue.TakeAsync());
            Fiber<int> next = Co.Spawn(() => queue.TakeAsync());
            await Co.YieldAsync();
            queue.TryPut(1);
            killed.Cancel();
            Assert.True(queue.TryTake(out _));
            await killed.JoinAsync();
            Assert.Equal(FiberState.Killed, killed.State);
            queue.TryPut(2);
            Assert.Equal(2, await next);
        });
    }

    [Fact]
    public void A_putter_that_is_killed_or_cancelled_while_it_waits_has_put_nothing_and_leaves_its_place()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([0], capacity: 1);
            using CancellationTokenSource source = new();
            Fiber killed = Co.Spawn(() => queue.PutAsync(1));
            Fiber cancelled = Co.Spawn(() => queue.PutAsync(2, source.Token));
            Fiber alive = Co.Spawn(() => queue.PutAsync(3));
            await Co.YieldAsync();
            await killed.KillAsync();
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.AsTask());
            Assert.Equal(0, await queue.TakeAsync());
            await alive;
            Assert.Equal([3], queue.ToArray());
        });
    }

    [Fact]
    public void A_putter_that_is_killed_just_woken_has_put()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([0], capacity: 1);
            bool wasPut = false;
            Fiber killed = Co.Spawn(async () =>
            {
                await queue.PutAsync(1);
                wasPut = true;
                await Co.SleepAsync(1);
            });
            await Co.YieldAsync();
            queue.TryTake(out _);
            await killed.KillAsync();
            Assert.True(wasPut);
            Assert.Equal([1], queue.ToArray());
        });
    }

    [Fact]
    public void An_item_that_comes_in_the_pass_of_the_timeout_wins()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber<int> taker = Co.Spawn(() => queue.TakeAsync(TimeSpan.FromSeconds(1)));
            Co.SpawnAfter(TimeSpan.FromSeconds(1), () => queue.PutAsync(1));
            Assert.Equal(1, await taker);
        });
    }

    /// <summary>Putters, takers and selects, some of which are killed, time out or are cancelled, in all orders that a seed makes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public void Under_every_interleaving_each_item_put_is_taken_once(int capacity)
    {
        for (int seed = 0; seed < 400; seed++) TestScheduler.FromSeed(seed).Run(() => Mess(capacity == 0 ? new CoChannel<int>() : new CoQueue<int>(capacity), seed));
    }

    [Fact]
    public void In_every_order_a_kill_and_a_timeout_of_takers_lose_nothing() => TestScheduler.Explore(() => Few(new CoQueue<int>(1)), maxDelays: 4);

    [Fact]
    public void In_every_order_a_kill_and_a_timeout_at_a_channel_lose_nothing() => TestScheduler.Explore(() => Few(new CoChannel<int>()), maxDelays: 4);

    private static async Coroutine Few(Conduit<int> conduit)
    {
        List<int> put = [];
        List<int> taken = [];
        Fiber[] fibers =
        [
            Co.Spawn(() => TakeOne(conduit, taken)),
            Co.Spawn(() => SelectOne(conduit, new CoQueue<int>(), taken)),
            Co.Spawn(() => PutOne(conduit, 1, put)),
            Co.Spawn(() => PutOne(conduit, 2, put)),
            Co.Spawn(() => TakeOne(conduit, taken)),
        ];
        await Co.YieldAsync();
        fibers[0].Cancel();
        fibers[1].Cancel();
        fibers[2].Cancel();
        await Co.JoinAllAsync(fibers);
        while (conduit.TryTake(out int item)) taken.Add(item);
        Assert.Equal(put.Order(), taken.Order());
        Assert.Equal((0, 0), (conduit.WaitingPutters, conduit.WaitingTakers));
    }

    private static async Coroutine Mess(Conduit<int> conduit, int seed)
    {
        Random random = new(seed);
        Conduit<int> other = seed % 2 == 0 ? new CoQueue<int>(2) : new CoChannel<int>();
        List<int> put = [];
        List<int> taken = [];
        List<Fiber> fibers = [];
        for (int i = 0; i < 12; i++)
        {
            int item = i;
            fibers.Add(Co.Spawn(() => PutOne(item % 3 == 0 ? other : conduit, item, put)));
            fibers.Add(random.Next(3) switch
            {
                0 => Co.Spawn(() => TakeOne(conduit, taken)),
                1 => Co.Spawn(() => SelectOne(conduit, other, taken)),
                _ => Co.Spawn(() => SelectOne(other, conduit, taken)),
            });
            if (random.Next(3) == 0) await Co.YieldAsync();
            if (random.Next(3) == 0) fibers[random.Next(fibers.Count)].Cancel();
        }

        await Co.JoinAllAsync([.. fibers]);
        while (conduit.TryTake(out int item) || other.TryTake(out item)) taken.Add(item);
        Assert.Equal(put.Order(), taken.Order());
        Assert.Equal((0, 0, 0, 0), (conduit.WaitingPutters, conduit.WaitingTakers, other.WaitingPutters, other.WaitingTakers));
    }

    private static async Coroutine PutOne(Conduit<int> conduit, int item, List<int> put)
    {
        if (await conduit.TryPutAsync(item, TimeSpan.FromMilliseconds(item))) put.Add(item);
        await Co.SleepAsync(1);
    }

    private static async Coroutine TakeOne(Conduit<int> conduit, List<int> taken)
    {
        if (await conduit.TryTakeAsync(TimeSpan.FromMilliseconds(5)) is (true, int item)) taken.Add(item);
        await Co.SleepAsync(1);
    }

    private static async Coroutine SelectOne(Conduit<int> conduit, Conduit<int> other, List<int> taken)
    {
        CoSelect select = new();
        TakeCase<int> one = select.Take(conduit);
        TakeCase<int> two = select.Take(other);
        if (await select.WaitAsync(TimeSpan.FromMilliseconds(5)) is not null) taken.Add(one.IsChosen ? one.Item : two.Item);
        await Co.SleepAsync(1);
    }
}
