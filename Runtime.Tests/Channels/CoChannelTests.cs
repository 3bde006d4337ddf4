using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoChannelTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void T50b_A_put_ends_after_the_take_putter_first()
    {
        Log log = new();
        Run(async () =>
        {
            CoChannel<string> channel = new();
            Fiber taker = Co.Spawn(async () =>
            {
                log.Add(await channel.TakeAsync());
                log.Add(await channel.TakeAsync());
            });
            log.Add("sending");
            await channel.PutAsync("hello");
            log.Add("sent-hello");
            await channel.PutAsync("world");
            log.Add("sent-world");
            await taker;
        });
        log.ShouldBe("sending hello sent-hello world sent-world");
    }

    [Fact]
    public void T50b_A_put_ends_after_the_take_taker_first()
    {
        Log log = new();
        Run(async () =>
        {
            CoChannel<string> channel = new();
            Fiber putter = Co.Spawn(async () =>
            {
                log.Add("sending-hello");
                Assert.True(await channel.TryPutAsync("hello", s_second));
                log.Add("sending-world");
                await channel.PutAsync("world");
                log.Add("sent-world");
            });
            log.Add("waiting");
            log.Add(await channel.TakeAsync());
            log.Add(await channel.TakeAsync());
            log.Add("|");
            await putter;
        });
        log.ShouldBe("waiting sending-hello hello sending-world world | sent-world");
    }

    [Fact]
    public void T50b_Several_putters_are_served_in_the_order_in_which_they_came()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            for (int i = 1; i <= 3; i++) Co.Spawn(i => channel.PutAsync(i), i);
            await Co.YieldAsync();
            Assert.Equal(3, channel.Balance);
            Assert.Equal(1, await channel.PeekAsync());
            for (int i = 1; i <= 3; i++) Assert.Equal(i, await channel.TakeAsync());
            Assert.Equal(0, channel.Balance);
        });
    }

    [Fact]
    public void It_is_always_empty_and_full()
    {
        CoChannel<int> channel = new();
        Assert.True(channel.IsEmpty);
        Assert.True(channel.IsFull);
        Assert.False(channel.TryPut(1));
        Assert.False(channel.TryTake(out _));
        Assert.False(channel.TryPeek(out _));
        Assert.Throws<NotSupportedException>(() => channel.Capacity = 1);
    }

    [Fact]
    public void T49_What_never_waits_meets_those_who_wait()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            Fiber<int> taker = Co.Spawn(() => channel.TakeAsync());
            await Co.YieldAsync();
            Assert.Equal(-1, channel.Balance);
            Assert.True(channel.TryPut(1));
            Assert.False(channel.TryPut(2));
            Assert.Equal(1, await taker);

            Fiber putter = Co.Spawn(() => channel.PutAsync(3));
            await Co.YieldAsync();
            Assert.True(channel.TryTake(out int item));
            Assert.Equal(3, item);
            await putter;
        });
    }

    [Fact]
    public void S1_S2_A_meeting_that_does_not_happen_in_time()
    {
        TimeSpan took = Run(async () =>
        {
            CoChannel<int> channel = new();
            await Assert.ThrowsAsync<TimeoutException>(() => channel.PutAsync(1, s_second).AsTask());
            Assert.False(await channel.TryPutAsync(1, s_second));
            await Assert.ThrowsAsync<TimeoutException>(() => channel.TakeAsync(s_second).AsTask());
            Assert.Equal((false, 0), await channel.TryTakeAsync(s_second));
            Assert.Equal(0, channel.Balance);
        });
        Assert.Equal(4 * s_second, took);
    }

    [Fact]
    public void A_putter_that_is_killed_has_put_nothing()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            Fiber killed = Co.Spawn(() => channel.PutAsync(1));
            Fiber alive = Co.Spawn(() => channel.PutAsync(2));
            await Co.YieldAsync();
            await killed.KillAsync();
            Assert.Equal(2, await channel.TakeAsync());
            await alive;
            Assert.False(channel.TryTake(out _));
        });
    }

    [Fact]
    public void A_putter_that_is_killed_while_the_taker_goes_first_has_put()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            bool wasPut = false;
            Fiber<int> taker = Co.Spawn(() => channel.TakeAsync());
            Fiber putter = Co.Spawn(async () =>
            {
                await channel.PutAsync(1);
                wasPut = true;
                await Co.SleepAsync(1);
            });
            Co.Spawn(() => { putter.Cancel(); return default(Coroutine); });
            Assert.Equal(1, await taker);
            await putter.JoinAsync();
            Assert.True(wasPut);
            Assert.Equal(FiberState.Killed, putter.State);
        });
    }

    [Fact]
    public void A_taker_that_is_killed_after_it_was_given_an_item_has_it()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            int got = 0;
            Fiber taker = Co.Spawn(async () =>
            {
                got = await channel.TakeAsync();
                await Co.SleepAsync(1);
            });
            await Co.YieldAsync();
            Assert.True(channel.TryPut(7));
            await taker.KillAsync();
            Assert.Equal(7, got);
            Assert.Equal(FiberState.Killed, taker.State);
        });
    }

    [Fact]
    public void A_shut_down_releases_both_sides()
    {
        Run(async () =>
        {
            CoChannel<int> puts = new();
            CoChannel<int> takes = new();
            Fiber[] waiting = [Co.Spawn(() => puts.PutAsync(1)), Co.Spawn(() => takes.TakeAsync()), Co.Spawn(() => takes.PeekAsync())];
            await Co.YieldAsync();
            puts.ShutDown();
            takes.ShutDown();
            foreach (Fiber fiber in waiting) await Assert.ThrowsAsync<QueueShutDownException>(() => fiber.AsTask());
            Assert.True(puts.IsCompleted);
            Assert.Throws<QueueShutDownException>(() => { puts.TakeAsync(); });
            Assert.Throws<QueueShutDownException>(() => { puts.PutAsync(2); });
        });
    }

    [Fact]
    public void It_is_ready_while_somebody_waits_to_put()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            Assert.False(channel.IsReady);
            Fiber<int> seen = Co.Spawn(() => channel.PeekAsync());
            Co.SpawnAfter(s_second, () => channel.PutAsync(4));
            Assert.Equal(0, await Co.WaitAnyAsync(channel));
            Assert.Equal(4, await seen);
            Assert.Equal(4, await channel.TakeAsync());
            Assert.False(channel.IsReady);
        });
    }

    [Fact]
    public void A_sequence_of_items_ends_at_the_shut_down()
    {
        Log log = new();
        Run(async () =>
        {
            CoChannel<int> channel = new();
            Co.Spawn(async () =>
            {
                await channel.PutAllAsync([1, 2, 3]);
                channel.ShutDown();
            });
            await foreach (int item in channel.TakeAll()) log.Add(item);
        });
        log.ShouldBe("1 2 3");
    }
}
