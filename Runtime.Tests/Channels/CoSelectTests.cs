using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoSelectTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void It_takes_exactly_one()
    {
        Run(async () =>
        {
            CoQueue<int> numbers = new([1]);
            CoQueue<string> words = new(["a"]);
            CoSelect select = new();
            TakeCase<int> number = select.Take(numbers);
            TakeCase<string> word = select.Take(words);

            Assert.Same(number, await select.WaitAsync());
            Assert.True(number.IsChosen);
            Assert.False(word.IsChosen);
            Assert.Equal(1, number.Item);
            Assert.Throws<InvalidOperationException>(() => word.Item);
            Assert.Equal((0, 1), (numbers.Count, words.Count));

            Assert.Same(word, select.TryWait());
            Assert.Equal("a", word.Item);
            Assert.Null(select.TryWait());
            Assert.Null(select.Chosen);
        });
    }

    [Fact]
    public void It_waits_for_the_first_of_queues_channels_and_whatever_is_ready()
    {
        Log log = new();
        TimeSpan took = Run(async () =>
        {
            CoQueue<int> queue = new() { Name = "numbers" };
            CoChannel<string> channel = new();
            CoSemaphore stop = new(0);
            Co.SpawnAfter(s_second, () => channel.PutAsync("a"));
            Co.SpawnAfter(2 * s_second, () => queue.PutAsync(1));
            Co.SpawnAfter(3 * s_second, () => channel.PutAsync("b"));
            Co.SpawnAfter(4 * s_second, () => { stop.Release(); return default(Coroutine); });

            CoSelect select = new();
            TakeCase<int> number = select.Take(queue);
            TakeCase<string> word = select.Take(channel);
            SelectCase stopped = select.Ready(stop);
            for (SelectCase chosen = await select.WaitAsync(); chosen != stopped; chosen = await select.WaitAsync())
            {
                log.Add(number.IsChosen ? number.Item : word.Item);
            }

            Assert.Equal(1, stop.CurrentCount);
            Assert.Equal((0, 0), (queue.WaitingTakers, channel.WaitingTakers));
            Assert.False(stop.HasWatchers);
            Assert.Equal("one of: an item of CoQueue 'numbers', an item of CoChannel, CoSemaphore", select.ToString());
        });
        log.ShouldBe("a 1 b");
        Assert.Equal(4 * s_second, took);
    }

    [Fact]
    public void It_puts_where_there_is_room_first()
    {
        Run(async () =>
        {
            CoQueue<int> full = new([0], capacity: 1);
            CoChannel<int> channel = new();
            CoSelect select = new();
            PutCase<int> toFull = select.Put(full, 1);
            PutCase<int> toChannel = select.Put(channel, 2);
            Fiber<SelectCase> selecting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Assert.Equal((1, 1), (full.WaitingPutters, channel.WaitingPutters));
            Assert.Equal(2, await channel.TakeAsync());
            Assert.Same(toChannel, await selecting);
            Assert.Equal((0, 0), (full.WaitingPutters, channel.WaitingPutters));

            toFull.Item = 3;
            selecting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Assert.Equal(0, await full.TakeAsync());
            Assert.Same(toFull, await selecting);
            Assert.Equal(3, await full.TakeAsync());
            Assert.False(channel.TryTake(out _));
        });
    }

    [Fact]
    public void Of_several_that_can_be_done_each_gets_its_turn()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<int>[] queues = [new([1, 1, 1]), new([2, 2, 2]), new([3, 3, 3])];
            CoSelect select = new();
            TakeCase<int>[] cases = [.. queues.Select(select.Take)];
            for (int i = 0; i < 9; i++)
            {
                await select.WaitAsync();
                log.Add(cases.Single(one => one.IsChosen).Item);
            }
        });
        log.ShouldBe("1 2 3 1 2 3 1 2 3");
    }

    [Fact]
    public void S1_When_its_time_is_over_it_chose_nothing_and_stands_in_no_line()
    {
        TimeSpan took = Run(async () =>
        {
            CoQueue<int> queue = new();
            CoQueue<int> full = new([1], capacity: 1);
            CoChannel<int> channel = new();
            CoSemaphore semaphore = new(0);
            CoSelect select = new();
            select.Take(queue);
            select.Put(full, 1);
            select.Take(channel);
            select.Put(channel, 1);
            select.Ready(semaphore);
            Assert.Null(await select.WaitAsync(s_second));
            Assert.Null(select.Chosen);
            AssertNoTrace();

            Fiber killed = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Assert.Equal((1, 1, 1, 1), (queue.WaitingTakers, full.WaitingPutters, channel.WaitingTakers, channel.WaitingPutters));
            await killed.KillAsync();
            AssertNoTrace();

            using CancellationTokenSource source = new();
            Fiber cancelled = Co.Spawn(() => select.WaitAsync(source.Token));
            await Co.YieldAsync();
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.AsTask());
            AssertNoTrace();

            void AssertNoTrace()
            {
                Assert.Equal((0, 0, 0, 0), (queue.WaitingTakers, full.WaitingPutters, channel.WaitingTakers, channel.WaitingPutters));
                Assert.False(semaphore.HasWatchers);
            }
        });
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void L8_A_select_waits_in_line_like_everybody_else()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new();
            Co.Spawn(async () => log.Add("1:" + await queue.TakeAsync()));
            Co.Spawn(async () =>
            {
                CoSelect select = new();
                TakeCase<string> item = select.Take(queue);
                await select.WaitAsync();
                log.Add("2:" + item.Item);
            });
            Co.Spawn(async () => log.Add("3:" + await queue.TakeAsync()));
            await Co.YieldAsync();
            queue.TryPut("a");
            queue.TryPut("b");
            queue.TryPut("c");
            await Co.SleepAsync(1);
        });
        log.ShouldBe("1:a 2:b 3:c");
    }

    [Fact]
    public void L9_A_select_whose_item_was_taken_by_another_keeps_its_place()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<string> queue = new();
            Co.Spawn(async () =>
            {
                CoSelect select = new();
                TakeCase<string> item = select.Take(queue);
                select.Take(new CoChannel<int>());
                await select.WaitAsync();
                log.Add("select:" + item.Item);
            });
            Co.Spawn(async () => log.Add("take:" + await queue.TakeAsync()));
            await Co.YieldAsync();
            queue.TryPut("a");
            Assert.True(queue.TryTake(out _));
            await Co.SleepAsync(1);
            queue.TryPut("b");
            queue.TryPut("c");
            await Co.SleepAsync(1);
        });
        log.ShouldBe("select:b take:c");
    }

    [Fact]
    public void A_select_that_was_told_of_two_passes_the_other_on()
    {
        Run(async () =>
        {
            CoQueue<int> first = new();
            CoQueue<int> second = new();
            CoSelect select = new();
            TakeCase<int> one = select.Take(first);
            select.Take(second);
            Fiber<SelectCase> selecting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Fiber<int> behind = Co.Spawn(() => second.TakeAsync());
            await Co.YieldAsync();
            second.TryPut(2);
            first.TryPut(1);
            Assert.Same(one, await selecting);
            Assert.Equal(2, await behind);
        });
    }

    [Fact]
    public void A_select_that_was_claimed_elsewhere_passes_what_it_was_told_on()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            CoQueue<int> queue = new();
            CoSelect select = new();
            TakeCase<int> met = select.Take(channel);
            select.Take(queue);
            Fiber<SelectCase> selecting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Fiber<int> behind = Co.Spawn(() => queue.TakeAsync());
            await Co.YieldAsync();
            queue.TryPut(2);
            Assert.True(channel.TryPut(1));
            Assert.Same(met, await selecting);
            Assert.Equal(1, met.Item);
            Assert.Equal(2, await behind);
        });
    }

    [Fact]
    public void Two_selects_meet_in_a_channel_and_neither_does_anything_else()
    {
        Run(async () =>
        {
            CoChannel<int> there = new();
            CoChannel<int> back = new();
            CoSelect puts = new();
            PutCase<int> put = puts.Put(there, 1);
            puts.Take(back);
            CoSelect takes = new();
            TakeCase<int> take = takes.Take(there);
            takes.Put(back, 2);
            Fiber<SelectCase> one = Co.Spawn(() => puts.WaitAsync());
            Fiber<SelectCase> other = Co.Spawn(() => takes.WaitAsync());
            Assert.Same(put, await one);
            Assert.Same(take, await other);
            Assert.Equal(1, take.Item);
            Assert.Equal((0, 0), (there.Balance, back.Balance));
        });
    }

    [Fact]
    public void A_select_does_not_meet_itself()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            CoSelect select = new();
            TakeCase<int> take = select.Take(channel);
            PutCase<int> put = select.Put(channel, 1);
            Assert.Null(select.TryWait());
            Assert.Null(await select.WaitAsync(s_second));
            Fiber<int> taker = Co.Spawn(() => channel.TakeAsync());
            Assert.Same(put, await select.WaitAsync());
            Assert.Equal(1, await taker);
            Co.Spawn(() => channel.PutAsync(2));
            Assert.Same(take, await select.WaitAsync());
            Assert.Equal(2, take.Item);
        });
    }

    [Fact]
    public void A_put_into_a_channel_lets_the_taker_go_first()
    {
        Log log = new();
        Run(async () =>
        {
            CoChannel<int> channel = new();
            Fiber taker = Co.Spawn(async () => log.Add("taken:" + await channel.TakeAsync()));
            await Co.YieldAsync();
            CoSelect select = new();
            select.Put(channel, 1);
            await select.WaitAsync();
            log.Add("put");
            await taker;
        });
        log.ShouldBe("taken:1 put");
    }

    [Fact]
    public void What_was_shut_down_is_chosen_and_can_be_left_out()
    {
        Run(async () =>
        {
            CoQueue<int> ended = new();
            CoQueue<int> goesOn = new([5]);
            CoSelect select = new();
            TakeCase<int> one = select.Take(ended);
            TakeCase<int> other = select.Take(goesOn);
            Fiber<SelectCase> selecting = Co.Spawn(() => select.WaitAsync());
            ended.ShutDown();
            Assert.Same(one, await selecting);
            Assert.True(one.IsCompleted);
            Assert.Throws<QueueShutDownException>(() => one.Item);
            one.IsEnabled = false;
            Assert.Same(other, await select.WaitAsync());
            Assert.Equal(5, other.Item);

            other.IsEnabled = false;
            Assert.Throws<InvalidOperationException>(() => { select.WaitAsync(); });
            CoSelect puts = new();
            puts.Put(ended, 1);
            Assert.Throws<QueueShutDownException>(() => { puts.WaitAsync(); });
        });
    }

    [Fact]
    public void A_shut_down_ends_the_wait_to_take_and_to_put()
    {
        Run(async () =>
        {
            CoChannel<int> channel = new();
            CoSelect takes = new();
            TakeCase<int> take = takes.Take(channel);
            Fiber<SelectCase> taking = Co.Spawn(() => takes.WaitAsync());
            await Co.YieldAsync();
            channel.ShutDown();
            Assert.Same(take, await taking);
            Assert.True(take.IsCompleted);

            CoQueue<int> full = new([1], capacity: 1);
            CoSelect puts = new();
            puts.Put(full, 2);
            Fiber<SelectCase> putting = Co.Spawn(() => puts.WaitAsync());
            await Co.YieldAsync();
            full.ShutDown();
            await Assert.ThrowsAsync<QueueShutDownException>(() => putting.AsTask());
        });
    }

    [Fact]
    public void It_is_used_by_one_at_a_time()
    {
        Run(async () =>
        {
            CoSelect select = new();
            TakeCase<int> one = select.Take(new CoQueue<int>());
            Fiber waiting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Assert.Throws<InvalidOperationException>(() => { select.WaitAsync(); });
            Assert.Throws<InvalidOperationException>(() => one.IsEnabled = false);
            Assert.Throws<InvalidOperationException>(() => { select.Ready(new CoSemaphore()); });
            await waiting.KillAsync();
            one.IsEnabled = true;
        });
    }

    [Fact]
    public void A_deadlock_names_what_a_select_waits_for()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            CoSelect select = new();
            select.Take(new CoQueue<int> { Name = "in" });
            select.Put(new CoChannel<int> { Name = "out" }, 1);
            await select.WaitAsync();
        }));
        Assert.Contains("one of: an item of CoQueue 'in', room in CoChannel 'out'", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_a_select_waits_for_is_no_deadlock()
    {
        Run(async () =>
        {
            TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            CoSelect select = new();
            select.Take(new CoQueue<int>());
            SelectCase ended = select.Ready(done.Task);
            Fiber<SelectCase> selecting = Co.Spawn(() => select.WaitAsync());
            await Co.YieldAsync();
            Task.Run(done.SetResult);
            Assert.Same(ended, await selecting);
        });
    }

    [Fact]
    public void A_fiber_that_a_select_waits_for()
    {
        TimeSpan took = Run(async () =>
        {
            CoSelect select = new();
            select.Take(new CoQueue<int>());
            SelectCase ended = select.Ready(Co.Spawn(() => Co.SleepAsync(s_second)).AsWaitable());
            Assert.Same(ended, await select.WaitAsync());
            Assert.Same(ended, select.TryWait());
        });
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void Plain_code_selects_and_pumps_its_loop()
    {
        CoQueue<int> queue = new();
        CoSelect select = new();
        TakeCase<int> item = select.Take(queue);
        Assert.Null(select.Wait(TimeSpan.Zero));
        Co.Spawn(() => queue.PutAsync(3));
        Assert.Same(item, select.Wait());
        Assert.Equal(3, item.Item);
    }
}
