using System.Runtime.CompilerServices;
using System.Threading.Channels;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Queues and channels as, and over, the streams of the base class library.</summary>
public class BridgeTests
{
    [Fact]
    public async Task A_queue_is_read_as_a_channel_until_it_is_shut_down()
    {
        CoQueue<int> queue = new([1, 2]);
        ChannelReader<int> reader = queue.AsChannelReader();
        Assert.Equal((true, true, 2), (reader.CanCount, reader.CanPeek, reader.Count));
        Assert.True(reader.TryPeek(out int seen));
        Assert.Equal(1, seen);
        Assert.Equal(1, await reader.ReadAsync());
        Assert.True(await reader.WaitToReadAsync());
        Assert.True(reader.TryRead(out int item));
        Assert.Equal(2, item);
        ValueTask<int> waiting = reader.ReadAsync();
        Assert.False(waiting.IsCompleted);
        queue.TryPut(3);
        Assert.Equal(3, await waiting);
        Assert.False(reader.Completion.IsCompleted);
        ValueTask<bool> atEnd = reader.WaitToReadAsync();
        queue.ShutDown();
        Assert.False(await atEnd);
        await reader.Completion;
        await Assert.ThrowsAsync<ChannelClosedException>(() => reader.ReadAsync().AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.WaitToReadAsync(new CancellationToken(true)).AsTask());
    }

    [Fact]
    public async Task The_error_of_a_shut_down_comes_to_the_reader_after_the_last_item()
    {
        CoQueue<int> queue = new([1]);
        queue.ShutDown(error: new FormatException("bad"));
        List<int> read = [];
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (int item in queue.AsChannelReader().ReadAllAsync()) read.Add(item);
        });
        Assert.Equal([1], read);
        await Assert.ThrowsAsync<FormatException>(() => queue.AsChannelReader().Completion);
    }

    [Fact]
    public async Task A_full_queue_makes_the_writers_of_its_channel_wait()
    {
        CoQueue<int> queue = new(1);
        ChannelWriter<int> writer = queue.AsChannelWriter();
        Assert.True(await writer.WaitToWriteAsync());
        await writer.WriteAsync(1);
        Assert.False(writer.TryWrite(2));
        ValueTask<bool> room = writer.WaitToWriteAsync();
        ValueTask writing = writer.WriteAsync(2);
        Assert.False(room.IsCompleted || writing.IsCompleted);
        Assert.True(queue.TryTake(out _));
        Assert.True(await room);
        await writing;
        ValueTask refused = writer.WriteAsync(3);
        Assert.True(writer.TryComplete(new FormatException("bad")));
        Assert.False(writer.TryComplete());
        Assert.IsType<FormatException>((await Assert.ThrowsAsync<ChannelClosedException>(() => refused.AsTask())).InnerException);
        await Assert.ThrowsAsync<FormatException>(() => writer.WaitToWriteAsync().AsTask());
        Assert.Equal([2], queue.ToArray());
        CoQueue<int> closed = new();
        closed.ShutDown();
        Assert.False(await closed.AsChannelWriter().WaitToWriteAsync());
    }

    [Fact]
    public async Task A_rendezvous_is_read_and_written_as_a_channel()
    {
        CoChannel<int> channel = new();
        Task<List<int>> reading = Task.Run(async () =>
        {
            List<int> read = [];
            await foreach (int item in channel.AsChannelReader().ReadAllAsync()) read.Add(item);
            return read;
        });
        ChannelWriter<int> writer = channel.AsChannelWriter();
        for (int i = 0; i < 3; i++) await writer.WriteAsync(i);
        for (int i = 3; i < 6; i++)
        {
            do Assert.True(await writer.WaitToWriteAsync());
            while (!writer.TryWrite(i));
        }

        writer.Complete();
        Assert.Equal([0, 1, 2, 3, 4, 5], await reading);

        channel = new CoChannel<int>();
        Task pump = channel.PumpFromAsync(Enumerable.Range(0, 3).ToAsyncEnumerable()).AsTask();
        ChannelReader<int> reader = channel.AsChannelReader();
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await reader.WaitToReadAsync());
            Assert.True(reader.TryRead(out int item));
            Assert.Equal(i, item);
        }

        Assert.False(await reader.WaitToReadAsync());
        await pump;
    }

    [Fact]
    public void A_channel_is_pumped_into_a_queue_no_faster_than_it_is_taken_from()
    {
        Run(async () =>
        {
            Channel<int> channel = Channel.CreateUnbounded<int>();
            for (int i = 0; i < 5; i++) channel.Writer.TryWrite(i);
            channel.Writer.Complete(new FormatException("bad"));
            CoQueue<int> queue = new(2);
            Fiber pump = Co.Spawn(() => queue.PumpFromAsync(channel.Reader));
            await Co.SleepAsync(1);
            Assert.Equal((2, 3), (queue.Count, channel.Reader.Count));
            List<int> taken = [];
            await Assert.ThrowsAsync<FormatException>(() => TakeAll().AsTask());
            Assert.Equal([0, 1, 2, 3, 4], taken);
            await pump;

            async Coroutine TakeAll()
            {
                await foreach (int item in queue.TakeAll()) taken.Add(item);
            }
        });
    }

    [Fact]
    public void A_queue_is_pumped_into_a_channel_no_faster_than_that_is_read()
    {
        Run(async () =>
        {
            Channel<int> channel = Channel.CreateBounded<int>(2);
            CoQueue<int> queue = new([0, 1, 2, 3, 4]);
            Fiber pump = Co.Spawn(() => queue.PumpToAsync(channel.Writer));
            await Co.SleepAsync(1);
            Assert.Equal((3, 2), (queue.Count, channel.Reader.Count));
            queue.ShutDown(error: new FormatException("bad"));
            List<int> read = [];
            await Assert.ThrowsAsync<FormatException>(async () =>
            {
                await foreach (int item in channel.Reader.ReadAllAsync()) read.Add(item);
            });
            Assert.Equal([0, 1, 2, 3, 4], read);
            await pump;
        });
    }

    [Fact]
    public void A_pump_stops_when_nobody_takes_any_more()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new(1);
            bool disposed = false;
            Fiber pump = Co.Spawn(() => queue.PumpFromAsync(Endless()));
            await Co.SleepAsync(1);
            queue.ShutDown();
            await pump;
            Assert.True(disposed);

            CoQueue<int> source = new([1]);
            Channel<int> closed = Channel.CreateUnbounded<int>();
            closed.Writer.Complete();
            await source.PumpToAsync(closed.Writer);
            Assert.Equal(1, source.Count);

            async IAsyncEnumerable<int> Endless()
            {
                try
                {
                    for (int i = 0; ; i++) yield return i;
                }
                finally
                {
                    disposed = true;
                }
            }
        });
    }

    [Fact]
    public void A_pump_that_is_killed_ends_its_source_and_tells_those_who_take()
    {
        Run(async () =>
        {
            CoQueue<int> queue = new();
            Fiber pump = Co.Spawn(() => queue.PumpFromAsync(Waiting()));
            Assert.Equal(1, await queue.TakeAsync());
            await Co.SleepAsync(1);
            await pump.KillAsync();
            Assert.Equal(FiberState.Killed, pump.State);
            QueueShutDownException error = Assert.Throws<QueueShutDownException>(() => { queue.TakeAsync(); });
            Assert.NotNull(error.InnerException);

            static async IAsyncEnumerable<int> Waiting([EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                yield return 1;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        });
    }

    [Fact]
    public void A_pump_that_is_cancelled_or_killed_at_a_queue_of_ours_loses_nothing()
    {
        Run(async () =>
        {
            using CancellationTokenSource source = new();
            CoQueue<int> full = new([0], capacity: 1);
            Channel<int> channel = Channel.CreateUnbounded<int>();
            channel.Writer.TryWrite(1);
            Fiber cancelled = Co.Spawn(() => full.PumpFromAsync(channel.Reader, source.Token));
            CoQueue<int> empty = new();
            Fiber killed = Co.Spawn(() => empty.PumpToAsync(Channel.CreateBounded<int>(1).Writer));
            await Co.SleepAsync(1);
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.AsTask());
            Assert.Equal(1, channel.Reader.Count);
            await killed.KillAsync();
            Assert.Equal(FiberState.Killed, killed.State);
            Assert.Equal(0, empty.WaitingTakers);
        });
    }

    [Fact]
    public async Task The_items_of_a_queue_are_an_asynchronous_sequence()
    {
        CoQueue<int> queue = new([1, 2, 3]);
        queue.ShutDown();
        Assert.Equal([1, 2, 3], await queue.TakeAll().AsAsyncEnumerable().ToListAsync());
        Assert.Empty(queue.TakeAll());
    }

    [Fact]
    public void A_queue_pushes_its_items_to_those_who_subscribe()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<int> queue = new();
            IDisposable first = queue.AsObservable().Subscribe(new Observer("a", log));
            queue.TryPut(1);
            await Co.SleepAsync(1);
            first.Dispose();
            await Co.SleepAsync(1);
            queue.TryPut(2);
            queue.AsObservable().Subscribe(new Observer("b", log));
            await Co.SleepAsync(1);
            queue.ShutDown();
            await Co.SleepAsync(1);
            queue = new CoQueue<int>();
            queue.ShutDown(error: new FormatException("bad"));
            queue.AsObservable().Subscribe(new Observer("c", log));
            await Co.SleepAsync(1);
        });
        log.ShouldBe("a:1 b:2 b:end c:bad");
    }

    [Fact]
    public void What_is_pushed_is_put()
    {
        CoQueue<int> queue = new(2);
        IObserver<int> observer = queue.AsObserver();
        observer.OnNext(1);
        observer.OnNext(2);
        Run(async () => Assert.Throws<BlockingCallException>(() => observer.OnNext(3)));

        // Plain code is held back: it pumps its loop, in which there is somebody to take.
        Fiber<int> taker = Co.Spawn(() => queue.TakeAsync());
        observer.OnNext(3);
        Assert.Equal(1, taker.GetResult());
        observer.OnError(new FormatException("bad"));
        observer.OnNext(4);
        observer.OnCompleted();
        Assert.Equal([2, 3], queue.ToArray());
        Assert.Throws<FormatException>(() => queue.TakeAll().ToList());
    }

    private sealed class Observer(string name, Log log) : IObserver<int>
    {
        public void OnNext(int value) => log.Add($"{name}:{value}");

        public void OnCompleted() => log.Add($"{name}:end");

        public void OnError(Exception error) => log.Add($"{name}:{error.Message}");
    }
}
