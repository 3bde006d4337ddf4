namespace CoGen;

/// <summary>
/// A queue: what was put first is taken first. Bounded or not, joinable, to be shut down: the counterpart of gevent's
/// <c>Queue</c>, <c>SimpleQueue</c> and <c>JoinableQueue</c>.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class CoQueue<T> : CoBuffer<T>
{
    private readonly Queue<T> _items = new();

    /// <inheritdoc cref="CoBuffer{T}(int)"/>
    public CoQueue(int capacity = int.MaxValue)
        : base(capacity)
    {
    }

    /// <summary>Creates a queue with items in it, which count as unfinished.</summary>
    /// <param name="items">The items, those first that are to be taken first.</param>
    /// <param name="capacity">How many items it may hold; <see cref="int.MaxValue"/> if there is no limit.</param>
    /// <exception cref="ArgumentException">There are more items than the capacity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public CoQueue(IEnumerable<T> items, int capacity = int.MaxValue)
        : base(capacity) => Begin(items);

    /// <inheritdoc/>
    protected override int StoredCount => _items.Count;

    /// <inheritdoc/>
    protected override void Store(T item) => _items.Enqueue(item);

    /// <inheritdoc/>
    protected override T Fetch() => _items.Dequeue();

    /// <inheritdoc/>
    protected override T Look() => _items.Peek();

    /// <inheritdoc/>
    protected override T[] CopyStored() => _items.ToArray();
}
