using System.Collections.Concurrent;
using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class BlockingCollectionPatchesTests
{
    [Fact]
    public void Fibers_produce_and_consume_in_order_within_the_bounds() => Run(async () =>
    {
        using BlockingCollection<int> items = new(2);
        List<int> taken = [];
        Fiber producer = Co.Spawn(async Coroutine () =>
        {
            for (int i = 0; i < 10; i++) await BlockingCollectionPatches.AddAsync(items, i);
            items.CompleteAdding();
        });
        await foreach (int item in BlockingCollectionPatches.GetConsumingEnumerableAsync(items)) taken.Add(item);
        await producer;
        Assert.Equal(Enumerable.Range(0, 10), taken);
    });

    [Fact]
    public void Fibers_and_threads_are_at_both_ends() => new LoopScheduler().Run(async () =>
    {
        using BlockingCollection<int> items = new(3);
        ConcurrentBag<int> taken = [];
        Task producer = PlainThread.Run(() =>
        {
            for (int i = 0; i < 50; i++) items.Add(i);
        });
        Task consumer = PlainThread.Run(() =>
        {
            foreach (int item in items.GetConsumingEnumerable()) taken.Add(item);
        });
        Fiber[] consumers = [.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () =>
        {
            await foreach (int item in BlockingCollectionPatches.GetConsumingEnumerableAsync(items)) taken.Add(item);
        }))];
        for (int i = 50; i < 100; i++) Assert.True(await BlockingCollectionPatches.TryAddAsync(items, i, 60_000));
        await producer;
        items.CompleteAdding();
        await Joined.AllAsync(consumers);
        await consumer;
        Assert.Equal(Enumerable.Range(0, 100), taken.Order());
    });

    [Fact]
    public void A_timeout_or_a_kill_takes_nothing() => new LoopScheduler().Run(async () =>
    {
        using BlockingCollection<string> items = [];
        Ref<string?> item = Ref.New<string?>("old");
        Assert.False(await BlockingCollectionPatches.TryTakeAsync(items, item, 1));
        Assert.Null(item.Value);
        for (int i = 0; i < 20; i++)
        {
            string? got = null;
            Fiber killed = Co.Spawn(async Coroutine () => got = await BlockingCollectionPatches.TakeAsync(items));
            await Co.YieldAsync();
            items.Add("new", CancellationToken.None);
            killed.Cancel();
            await Co.JoinAllAsync([killed]);
            Assert.Equal(got is null ? 1 : 0, items.Count);
            items.TryTake(out _);
        }
    });

    [Fact]
    public void One_of_several_collections_is_used() => new LoopScheduler().Run(async () =>
    {
        using BlockingCollection<int> first = new(1);
        using BlockingCollection<int> second = new(1);
        BlockingCollection<int>[] both = [first, second];
        Ref<int> item = Ref.New(-1);
        Assert.Equal(-1, await BlockingCollectionPatches.TryTakeFromAnyAsync(both, item, 1));
        Fiber taker = Co.Spawn(async Coroutine () => Assert.Equal(1, await BlockingCollectionPatches.TakeFromAnyAsync(both, item)));
        await Co.SleepAsync(1);
        second.Add(7, CancellationToken.None);
        await taker;
        Assert.Equal(7, item.Value);
        Assert.Equal(0, await BlockingCollectionPatches.AddToAnyAsync(both, 1));
        Assert.Equal(1, await BlockingCollectionPatches.TryAddToAnyAsync(both, 2));
        Assert.Equal(-1, await BlockingCollectionPatches.TryAddToAnyAsync(both, 3, Ms(1)));
        Fiber adder = Co.Spawn(async Coroutine () => Assert.Equal(0, await BlockingCollectionPatches.AddToAnyAsync(both, 3)));
        await Co.SleepAsync(1);
        Assert.Equal(1, first.Take(CancellationToken.None));
        await adder;
        first.CompleteAdding();
        second.CompleteAdding();
        Assert.Equal(0, await BlockingCollectionPatches.TryTakeFromAnyAsync(both, item));
        Assert.Equal(1, await BlockingCollectionPatches.TakeFromAnyAsync(both, item));
        Assert.Equal(Outcome.Of(() => BlockingCollection<int>.TakeFromAny(both, out _)), await Outcome.OfAsync(() => BlockingCollectionPatches.TakeFromAnyAsync(both, item)));
        Assert.Equal(Outcome.Of(() => BlockingCollection<int>.TryTakeFromAny(both, out _)), await Outcome.OfAsync(() => BlockingCollectionPatches.TryTakeFromAnyAsync(both, item)));
        Assert.Equal(Outcome.Of(() => BlockingCollection<int>.AddToAny(both, 1)), await Outcome.OfAsync(() => BlockingCollectionPatches.AddToAnyAsync(both, 1)));
    });

    [Fact]
    public void It_ends_as_the_original_does() => new LoopScheduler().Run(async () =>
    {
        using BlockingCollection<int> items = new(1);
        CancellationToken cancelled = new(canceled: true);
        Assert.Equal(Outcome.Of(() => items.Take(cancelled)), await Outcome.OfAsync(() => BlockingCollectionPatches.TakeAsync(items, cancelled)));
        Assert.Equal(Outcome.Of(() => items.TryTake(out _, -2)), await Outcome.OfAsync(() => BlockingCollectionPatches.TryTakeAsync(items, Ref.New(0), -2)));
        Assert.Equal(Outcome.Of(() => items.TryAdd(1, Ms(-2))), await Outcome.OfAsync(() => BlockingCollectionPatches.TryAddAsync(items, 1, Ms(-2))));
        Fiber taker = Co.Spawn(async Coroutine () => Assert.Equal("InvalidOperationException", (await Outcome.OfAsync(() => BlockingCollectionPatches.TakeAsync(items)))[..25]));
        await Co.SleepAsync(1);
        items.CompleteAdding();
        await taker;
        Assert.Equal(Outcome.Of(() => items.Take()), await Outcome.OfAsync(() => BlockingCollectionPatches.TakeAsync(items)));
        Assert.Equal(Outcome.Of(() => items.Add(1)), await Outcome.OfAsync(() => BlockingCollectionPatches.AddAsync(items, 1)));
        Assert.Equal("False", await Outcome.OfAsync(() => BlockingCollectionPatches.TryTakeAsync(items, Ref.New(0))));
        items.Dispose();
        Assert.Equal(Outcome.Of(() => items.Take()), await Outcome.OfAsync(() => BlockingCollectionPatches.TakeAsync(items)));
    });
}
