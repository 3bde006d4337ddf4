namespace CoGen;

/// <summary>
/// A queue from which the element with the lowest priority is taken first; among equals, the one that was put first. In all else it
/// is a <see cref="CoQueue{T}"/>; the counterpart of gevent's <c>PriorityQueue</c>, which keeps no order among equals.
/// </summary>
/// <typeparam name="TElement">The type of an element.</typeparam>
/// <typeparam name="TPriority">The type of a priority.</typeparam>
/// <remarks>The comparer is called while the queue is locked: it must be quick, and must not use the queue.</remarks>
public sealed class CoPriorityQueue<TElement, TPriority> : CoBuffer<(TElement Element, TPriority Priority)>
{
    private readonly PriorityQueue<TElement, Ticket> _items;
    private long _puts;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="capacity">How many items it may hold; <see cref="int.MaxValue"/> if there is no limit.</param>
    /// <param name="comparer">Orders priorities; null for their natural order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public CoPriorityQueue(int capacity = int.MaxValue, IComparer<TPriority>? comparer = null)
        : base(capacity) => _items = new PriorityQueue<TElement, Ticket>(new TicketComparer(comparer ?? Comparer<TPriority>.Default));

    /// <summary>Creates a queue with items in it, which count as unfinished.</summary>
    /// <param name="items">The items, in any order.</param>
    /// <param name="capacity">How many items it may hold; <see cref="int.MaxValue"/> if there is no limit.</param>
    /// <param name="comparer">Orders priorities; null for their natural order.</param>
    /// <exception cref="ArgumentException">There are more items than the capacity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public CoPriorityQueue(IEnumerable<(TElement Element, TPriority Priority)> items, int capacity = int.MaxValue, IComparer<TPriority>? comparer = null)
        : this(capacity, comparer) => Begin(items);

    /// <inheritdoc/>
    protected override int StoredCount => _items.Count;

    /// <inheritdoc/>
    protected override void Store((TElement Element, TPriority Priority) item)
    {
        Ticket ticket = new(item.Priority, _puts++);

        // What cannot be compared is to fail before the heap is touched.
        if (_items.TryPeek(out _, out Ticket first)) _items.Comparer.Compare(ticket, first);
        _items.Enqueue(item.Element, ticket);
    }

    /// <inheritdoc/>
    protected override (TElement Element, TPriority Priority) Fetch()
    {
        _items.TryDequeue(out TElement? element, out Ticket ticket);
        return (element!, ticket.Priority);
    }

    /// <inheritdoc/>
    protected override (TElement Element, TPriority Priority) Look()
    {
        _items.TryPeek(out TElement? element, out Ticket ticket);
        return (element!, ticket.Priority);
    }

    /// <inheritdoc/>
    protected override (TElement Element, TPriority Priority)[] CopyStored() =>
        [.. _items.UnorderedItems.OrderBy(static item => item.Priority, _items.Comparer).Select(static item => (item.Element, item.Priority.Priority))];

    /// <summary>A priority, and how many were put before.</summary>
    private readonly record struct Ticket(TPriority Priority, long Number);

    private sealed class TicketComparer(IComparer<TPriority> priorities) : IComparer<Ticket>
    {
        public int Compare(Ticket x, Ticket y)
        {
            int order = priorities.Compare(x.Priority, y.Priority);
            return order != 0 ? order : x.Number.CompareTo(y.Number);
        }
    }
}
