using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class QueueShutDownTests
{
    [Fact]
    public void T50_After_a_shut_down_nothing_is_put_and_what_was_put_can_be_taken()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([1, 2], capacity: 2) { Name = "jobs" };
            Fiber putter = Co.Spawn(() => queue.PutAsync(3));
            await Co.YieldAsync();
            queue.ShutDown();
            await Assert.ThrowsAsync<QueueShutDownException>(() => putter.AsTask());
            Assert.Contains("'jobs'", Assert.Throws<QueueShutDownException>(() => { queue.PutAsync(4); }).Message, StringComparison.Ordinal);
            Assert.False(queue.TryPut(4));
            Assert.True(queue.IsShutDown);
            Assert.False(queue.IsCompleted);
            Assert.Equal(1, await queue.TakeAsync());
            Assert.Equal(2, await queue.PeekAsync());
            Assert.Equal((true, 2), await queue.TryTakeAsync(Timeout.InfiniteTimeSpan));
            Assert.True(queue.IsCompleted);
            Assert.Throws<QueueShutDownException>(() => { queue.TakeAsync(); });
            await Assert.ThrowsAsync<QueueShutDownException>(() => queue.PeekAsync().AsTask());
            Assert.False(queue.TryTake(out _));
            queue.TaskDone();
            queue.TaskDone();
            await queue.JoinAsync();
        });
    }

    [Fact]
    public void T50_Those_who_wait_to_take_or_to_see_are_released()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber[] waiting = [Co.Spawn(() => queue.TakeAsync()), Co.Spawn(() => queue.TakeAsync()), Co.Spawn(() => queue.PeekAsync())];
            await Co.YieldAsync();
            queue.TryPut(1);
            queue.ShutDown();
            await waiting[0];
            await Assert.ThrowsAsync<QueueShutDownException>(() => waiting[1].AsTask());
            await waiting[2];
        });
    }

    [Fact]
    public void T50_An_immediate_shut_down_throws_away_what_is_left_which_counts_as_done()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([1, 2, 3]);
            Fiber joiner = Co.Spawn(() => queue.JoinAsync());
            await queue.TakeAsync();
            queue.ShutDown(immediate: true);
            Assert.Throws<QueueShutDownException>(() => { queue.TakeAsync(); });
            Assert.Equal(1, queue.UnfinishedCount);
            queue.TaskDone();
            await joiner;
            Assert.Throws<InvalidOperationException>(queue.TaskDone);
        });
    }

    [Fact]
    public void A_graceful_shut_down_can_be_made_immediate_and_the_first_error_counts()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new([1]);
            FormatException error = new("bad");
            queue.ShutDown(error: error);
            queue.ShutDown(immediate: true, new ArgumentException("later"));
            Assert.True(queue.IsCompleted);
            QueueShutDownException thrown = Assert.Throws<QueueShutDownException>(() => { queue.TakeAsync(); });
            Assert.Same(error, thrown.InnerException);
            await queue.JoinAsync();
        });
    }

    [Fact]
    public void A_sequence_of_items_ends_at_the_shut_down()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<int> queue = new(2);
            Fiber consumer = Co.Spawn(async () =>
            {
                await foreach (int item in queue.TakeAll()) log.Add(item);
                log.Add("end");
            });
            await queue.PutAllAsync([1, 2, 3, 4]);
            queue.ShutDown();
            await consumer;
        });
        log.ShouldBe("1 2 3 4 end");
    }

    [Fact]
    public void A_sequence_in_plain_code_pumps_the_loop()
    {
        CoQueue<int> queue = new(1);
        Co.Spawn(async () =>
        {
            await queue.PutAllAsync([1, 2, 3]);
            queue.ShutDown(error: new FormatException("bad"));
        });
        List<int> taken = [];
        Assert.Throws<FormatException>(() =>
        {
            foreach (int item in queue.TakeAll()) taken.Add(item);
        });
        Assert.Equal([1, 2, 3], taken);
    }

    [Fact]
    public void A_fiber_that_waits_in_a_sequence_can_be_killed_and_loses_nothing()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber consumer = Co.Spawn(async () =>
            {
                await foreach (int _ in queue.TakeAll()) { }
            });
            await Co.YieldAsync();
            Assert.True(await consumer.KillAsync(TimeSpan.FromSeconds(1)));
            queue.TryPut(1);
            Assert.Equal(1, await queue.TakeAsync());
        });
    }

    [Fact]
    public void A_token_ends_a_sequence()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            using CancellationTokenSource one = new();
            using CancellationTokenSource other = new();
            Fiber consumer = Co.Spawn(async () =>
            {
                await foreach (int _ in queue.TakeAll(one.Token)) { }
            });
            Fiber stream = Co.Spawn(async () =>
            {
                await foreach (int _ in queue.TakeAll(one.Token).AsAsyncEnumerable(other.Token)) { }
            });
            await Co.YieldAsync();
            other.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.AsTask());
            one.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => consumer.AsTask());
        });
    }

    [Fact]
    public void If_the_items_cannot_be_thrown_away_those_who_wait_are_told_all_the_same()
    {
        Run(async () =>
        {
            Stuck queue = new();
            queue.TryPut(1);
            Fiber putter = Co.Spawn(() => queue.PutAsync(2));
            await Co.YieldAsync();
            Assert.Throws<FormatException>(() => queue.ShutDown(immediate: true));
            await putter.JoinAsync();
            Assert.IsType<QueueShutDownException>(putter.Exception);
        });
    }

    private sealed class Stuck() : CoBuffer<int>(1)
    {
        private readonly Queue<int> _items = [];

        protected override int StoredCount => _items.Count;

        protected override void Store(int item) => _items.Enqueue(item);

        protected override int Fetch() => throw new FormatException("fetch");

        protected override int Look() => _items.Peek();

        protected override int[] CopyStored() => [.. _items];
    }
}
