using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>Stacks, priority queues, and queues with an order of their own.</summary>
public class QueueOrderTests
{
    [Fact]
    public void A_stack_gives_out_the_last_first()
    {
        CoStack<int> stack = new([1, 2], capacity: 3);
        stack.TryPut(3);
        Assert.Equal([3, 2, 1], stack.ToArray());
        Assert.True(stack.TryPeek(out int last));
        Assert.Equal(3, last);
        Assert.Equal([3, 2, 1], TakeAll(stack));
    }

    [Fact]
    public void A_priority_queue_gives_out_the_lowest_first_and_equals_in_order()
    {
        CoPriorityQueue<string, int> queue = new([("c", 2), ("a", 1), ("d", 2), ("b", 1)]);
        queue.TryPut(("first", 0));
        Assert.Equal(["first", "a", "b", "c", "d"], queue.ToArray().Select(item => item.Element));
        Assert.True(queue.TryPeek(out (string Element, int Priority) lowest));
        Assert.Equal(("first", 0), lowest);
        Assert.Equal(["first", "a", "b", "c", "d"], TakeAll(queue).Select(item => item.Element));
    }

    [Fact]
    public void A_priority_queue_orders_by_its_comparer_also_what_waiting_putters_bring()
    {
        Run(async () =>
        {
            CoPriorityQueue<string, int> queue = new(1, Comparer<int>.Create((x, y) => y.CompareTo(x)));
            Fiber[] putters = [Co.Spawn(() => queue.PutAsync(("low", 1))), Co.Spawn(() => queue.PutAsync(("high", 9)))];
            await Co.YieldAsync();
            queue.Capacity = 2;
            await Co.JoinAllAsync(putters);
            Assert.Equal("high", (await queue.TakeAsync()).Element);
            Assert.Equal("low", (await queue.TakeAsync()).Element);
        });
    }

    [Fact]
    public void What_cannot_be_compared_fails_for_the_one_who_puts_it_and_the_next_goes_on()
    {
        Run(async () =>
        {
            CoPriorityQueue<string, object> queue = new([("a", 1)], capacity: 1);
            Fiber fails = Co.Spawn(() => queue.PutAsync(("b", "one")));
            Fiber waits = Co.Spawn(() => queue.PutAsync(("c", 0)));
            await Co.YieldAsync();
            queue.Capacity = 2;
            await Assert.ThrowsAsync<ArgumentException>(() => fails.AsTask());
            await waits;
            Assert.Equal(["c", "a"], TakeAll(queue).Select(item => item.Element));
            Assert.Equal(2, queue.UnfinishedCount);
        });
    }

    [Fact]
    public void T50_A_derived_buffer_keeps_its_items_as_it_likes()
    {
        Run(async () =>
        {
            LatestByKey prices = new();
            await prices.PutAsync(("x", 1));
            await prices.PutAsync(("y", 2));
            await prices.PutAsync(("x", 3));
            Assert.Equal(2, prices.Count);
            Assert.Equal(2, prices.UnfinishedCount);
            Assert.Equal([("x", 3), ("y", 2)], prices.ToArray());
            Assert.Equal(("x", 3), await prices.TakeAsync());
            Assert.Equal(("y", 2), await prices.PeekAsync());
        });
    }

    private static List<T> TakeAll<T>(Conduit<T> conduit)
    {
        List<T> items = [];
        while (conduit.TryTake(out T? item)) items.Add(item);
        return items;
    }

    /// <summary>Keeps the latest value of each key only.</summary>
    private sealed class LatestByKey() : CoBuffer<(string Key, int Value)>(int.MaxValue)
    {
        private readonly List<(string Key, int Value)> _items = [];

        protected override int StoredCount => _items.Count;

        protected override void Store((string Key, int Value) item)
        {
            int at = _items.FindIndex(kept => kept.Key == item.Key);
            if (at < 0) _items.Add(item);
            else _items[at] = item;
        }

        protected override (string Key, int Value) Fetch()
        {
            (string Key, int Value) first = Look();
            _items.RemoveAt(0);
            return first;
        }

        protected override (string Key, int Value) Look() => _items[0];

        protected override (string Key, int Value)[] CopyStored() => [.. _items];
    }
}
