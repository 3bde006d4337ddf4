namespace CoGen;

/// <summary>A stack: what was put last is taken first. In all else it is a <see cref="CoQueue{T}"/>; the counterpart of gevent's <c>LifoQueue</c>.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class CoStack<T> : CoBuffer<T>
{
    private readonly Stack<T> _items = new();

    /// <inheritdoc cref="CoBuffer{T}(int)"/>
    public CoStack(int capacity = int.MaxValue)
        : base(capacity)
    {
    }

    /// <summary>Creates a stack with items in it, which count as unfinished.</summary>
    /// <param name="items">The items, those last that are to be taken first.</param>
    /// <inheritdoc cref="CoQueue{T}(IEnumerable{T}, int)"/>
    public CoStack(IEnumerable<T> items, int capacity = int.MaxValue)
        : base(capacity) => Begin(items);

    /// <inheritdoc/>
    protected override int StoredCount => _items.Count;

    /// <inheritdoc/>
    protected override void Store(T item) => _items.Push(item);

    /// <inheritdoc/>
    protected override T Fetch() => _items.Pop();

    /// <inheritdoc/>
    protected override T Look() => _items.Peek();

    /// <inheritdoc/>
    protected override T[] CopyStored() => _items.ToArray();
}
