using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoQueueTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Items_come_out_in_the_order_in_which_they_went_in()
    {
        CoQueue<int> queue = new([1, 2], capacity: 3);
        Assert.True(queue.TryPut(3));
        Assert.False(queue.TryPut(4));
        Assert.Equal([1, 2, 3], queue.ToArray());
        Assert.True(queue.IsFull);
        for (int i = 1; i <= 3; i++)
        {
            Assert.True(queue.TryPeek(out int seen));
            Assert.True(queue.TryTake(out int taken));
            Assert.Equal((i, i), (seen, taken));
        }

        Assert.True(queue.IsEmpty);
        Assert.False(queue.TryTake(out _));
        Assert.False(queue.TryPeek(out _));
    }

    [Fact]
    public void A_capacity_is_at_least_one_and_holds_the_first_items()
    {
        Assert.Contains("CoChannel", Assert.Throws<ArgumentOutOfRangeException>(() => new CoQueue<int>(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CoQueue<int>([1, 2], capacity: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoQueue<int>().Capacity = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => { new CoQueue<int>().TakeAsync(TimeSpan.FromSeconds(-2)); });
    }

    [Fact]
    public void T44_A_putter_of_three_into_a_queue_of_two_waits_for_a_take()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new(2);
            Fiber putter = Co.Spawn(async () =>
            {
                foreach (string item in (string[])["a", "b", "c"])
                {
                    await queue.PutAsync(item);
                    log.Add(item);
                }
            });
            await Co.YieldAsync();
            log.Add("|");
            Assert.Equal("a", await queue.TakeAsync());
            await Co.YieldAsync();
            log.Add("|");
            Assert.Equal("b", await queue.TakeAsync());
            Assert.Equal("c", await queue.TakeAsync());
            await putter;
        });
        log.ShouldBe("a b | c |");
    }

    [Fact]
    public void T45_Each_put_wakes_one_of_those_who_wait_in_the_order_in_which_they_came()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new();
            for (int i = 1; i <= 4; i++)
            {
                Co.Spawn(async i => log.Add($"{i}:{await queue.TakeAsync()}"), i);
            }

            await Co.YieldAsync();
            Assert.Equal(4, queue.WaitingTakers);
            foreach (string item in (string[])["a", "b", "c", "d"])
            {
                queue.TryPut(item);
                log.Add(item);
                await Co.YieldAsync();
                await Co.YieldAsync();
            }

            Assert.Equal(0, queue.WaitingTakers);
        });
        log.ShouldBe("a 1:a b 2:b c 3:c d 4:d");
    }

    [Fact]
    public void L8_Those_who_wait_for_room_put_in_the_order_in_which_they_came()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([0], capacity: 1);
            for (int i = 1; i <= 3; i++) Co.Spawn(i => queue.PutAsync(i), i);
            await Co.YieldAsync();
            Assert.Equal(3, queue.WaitingPutters);
            for (int i = 0; i <= 3; i++) Assert.Equal(i, await queue.TakeAsync());
        });
    }

    [Fact]
    public void L9_Whoever_runs_may_take_an_item_before_the_one_just_woken_who_keeps_its_place()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new();
            Co.Spawn(async () => log.Add("first:" + await queue.TakeAsync()));
            Co.Spawn(async () => log.Add("second:" + await queue.TakeAsync()));
            await Co.YieldAsync();
            queue.TryPut("a");
            Assert.True(queue.TryTake(out _));
            log.Add("barged");
            await Co.SleepAsync(1);
            queue.TryPut("b");
            queue.TryPut("c");
            await Co.SleepAsync(1);
        });
        log.ShouldBe("barged first:b second:c");
    }

    [Fact]
    public void T46_A_taker_whose_time_is_over_leaves_its_place_to_the_next()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber<int>[] gone = [Co.Spawn(() => queue.TakeAsync(TimeSpan.Zero)), Co.Spawn(() => queue.TakeAsync(TimeSpan.Zero))];
            Fiber<int> patient = Co.Spawn(() => queue.TakeAsync());
            await Co.SleepAsync(1);
            foreach (Fiber<int> fiber in gone) await Assert.ThrowsAsync<TimeoutException>(() => fiber.AsTask());
            queue.TryPut(7);
            Assert.Equal(7, await patient);
            queue.TryPut(8);
            Assert.Equal(8, await queue.TakeAsync());
        });
    }

    [Fact]
    public void S1_S2_Takes_and_puts_whose_time_is_over_return_false_or_throw_as_their_names_say()
    {
        TimeSpan took = Run(async () =>
        {
            CoQueue<int> queue = new(1) { Name = "jobs" };
            Assert.Equal((false, 0), await queue.TryTakeAsync(s_second));
            Assert.Equal((false, 0), await queue.TryPeekAsync(s_second));
            TimeoutException empty = await Assert.ThrowsAsync<TimeoutException>(() => queue.TakeAsync(s_second).AsTask());
            Assert.Contains("'jobs'", empty.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<TimeoutException>(() => queue.PeekAsync(s_second).AsTask());
            await queue.PutAsync(1);
            Assert.False(await queue.TryPutAsync(2, s_second));
            await Assert.ThrowsAsync<TimeoutException>(() => queue.PutAsync(2, s_second).AsTask());
            Assert.False(await queue.JoinAsync(s_second));
            Assert.Equal((true, 1), await queue.TryTakeAsync(s_second));
        });
        Assert.Equal(7 * s_second, took);
    }

    [Fact]
    public void T47_An_item_outlives_the_one_that_put_it()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber<int> taker = Co.Spawn(() => queue.TakeAsync());
            await Co.YieldAsync();
            Fiber putter = Co.Spawn(() => queue.PutAsync(5));
            await putter.KillAsync();
            Assert.Equal(0, queue.Count);
            putter = Co.Spawn(() => queue.PutAsync(6));
            await Co.YieldAsync();
            await putter.KillAsync();
            Assert.Equal(6, await taker);
        });
    }

    [Fact]
    public void T47_All_who_peek_see_one_item_and_it_stays()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new();
            Co.Spawn(async () => log.Add("take:" + await queue.TakeAsync()));
            for (int i = 0; i < 3; i++) Co.Spawn(async () => log.Add("peek:" + await queue.PeekAsync()));
            await Co.YieldAsync();
            queue.TryPut("x");
            await Co.SleepAsync(1);
            Assert.Equal(0, queue.Count);
            queue.TryPut("y");
            Assert.Equal("y", await queue.PeekAsync());
            Assert.Equal(1, queue.Count);
        });
        log.ShouldBe("peek:x peek:x peek:x take:x");
    }

    [Fact]
    public void T48_A_take_that_nobody_serves_is_a_deadlock()
    {
        DeadlockException take = Assert.Throws<DeadlockException>(() => Run(async () => await new CoQueue<int> { Name = "jobs" }.TakeAsync()));
        Assert.Contains("an item of CoQueue", take.Message, StringComparison.Ordinal);
        Assert.Contains("'jobs'", take.Message, StringComparison.Ordinal);
        DeadlockException put = Assert.Throws<DeadlockException>(() => Run(async () => await new CoQueue<int>([1], 1).PutAsync(2)));
        Assert.Contains("room in CoQueue", put.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T49_What_never_waits_works_where_nothing_may_wait_and_serves_those_who_do()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new(1);
            await InPlainCallback(() =>
            {
                Assert.True(queue.TryPut(1));
                Assert.False(queue.TryPut(2));
                Assert.True(queue.TryTake(out int item));
                Assert.Equal(1, item);
                Assert.False(queue.TryTake(out item));
            });

            Fiber<int> taker = Co.Spawn(() => queue.TakeAsync());
            await Co.YieldAsync();
            await InPlainCallback(() => Assert.True(queue.TryPut(3)));
            Assert.Equal(3, await taker);

            queue.TryPut(4);
            Fiber putter = Co.Spawn(() => queue.PutAsync(5));
            await Co.YieldAsync();
            await InPlainCallback(() => Assert.True(queue.TryTake(out _)));
            await putter;
            Assert.Equal(5, await queue.TakeAsync());
        });

        static async Coroutine InPlainCallback(Action callback) => await Task.Run(callback);
    }

    [Fact]
    public void A_queue_that_grows_takes_those_who_wait_and_one_that_shrinks_keeps_what_it_has()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new(1);
            for (int i = 0; i < 4; i++) Co.Spawn(i => queue.PutAsync(i), i);
            await Co.YieldAsync();
            queue.Capacity = 3;
            await Co.YieldAsync();
            Assert.Equal([0, 1, 2], queue.ToArray());
            queue.Capacity = 1;
            await queue.TakeAsync();
            await queue.TakeAsync();
            await Co.YieldAsync();
            Assert.Equal([2], queue.ToArray());
            await queue.TakeAsync();
            await Co.YieldAsync();
            Assert.Equal([3], queue.ToArray());
        });
    }

    [Fact]
    public void It_is_ready_for_WaitAny_when_a_take_would_not_wait()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Assert.False(queue.IsReady);
            Co.SpawnAfter(s_second, () => { queue.TryPut(1); return default(Coroutine); });
            Assert.Equal(1, await Co.WaitAnyAsync(new CoSemaphore(0), queue));
            Assert.True(queue.IsReady);
            Assert.Equal(1, queue.Count);
        });
    }

    [Fact]
    public void Many_items_are_taken_at_once_and_put_one_after_another()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new(3);
            Fiber putter = Co.Spawn(() => queue.PutAllAsync(Enumerable.Range(0, 7)));
            Assert.Equal([0], await queue.TakeManyAsync(1));
            await Co.YieldAsync();
            List<int> all = [];
            while (all.Count < 6) all.AddRange(await queue.TakeManyAsync(5));
            Assert.Equal([1, 2, 3, 4, 5, 6], all);
            await putter;
        });
    }

    [Fact]
    public void Plain_code_puts_and_takes_and_pumps_its_loop()
    {
        CoQueue<int> queue = new(1);
        Fiber<int> sum = Co.Spawn(async () =>
        {
            int sum = 0;
            for (int i = 0; i < 3; i++) sum += await queue.TakeAsync();
            await queue.PutAsync(sum);
            return sum;
        });
        queue.PutAll([1, 2, 3]);
        sum.Join();
        Assert.Equal(6, queue.Peek());
        Assert.Equal((true, 6), queue.TryPeek(s_second));
        Assert.Equal(6, queue.Take());
        Assert.True(queue.TryPut(1, s_second));
        Assert.Equal([1], queue.TakeMany(3));
        Assert.Equal((false, 0), queue.TryTake(TimeSpan.Zero));
        Assert.Throws<TimeoutException>(() => queue.Take(TimeSpan.Zero));
    }
}
