namespace CoGen;

/// <summary>
/// What queues, stacks and priority queues share: items are kept, up to a number, until somebody takes them. Derive from it
/// to keep them in another order; gevent's <c>Queue</c> is overridden in the same way.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <remarks>
/// The protected members are called while the buffer is locked, one at a time. They must be quick, and must not use the
/// buffer. If one throws, whoever put or took gets the error, and the buffer is as that member left it.
/// </remarks>
public abstract partial class CoBuffer<T> : Conduit<T>
{
    private int _count;
    private int _capacity;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">How many items it may hold; <see cref="int.MaxValue"/> if there is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1. What has no room at all is a <see cref="CoChannel{T}"/>.</exception>
#pragma warning disable RS0022 // What is protected further up may be seen by anybody.
    protected CoBuffer(int capacity)
#pragma warning restore RS0022
    {
        RequireCapacity(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public override int Count => Volatile.Read(ref _count);

    /// <summary>How many items it may hold; <see cref="int.MaxValue"/> if there is no limit.</summary>
    /// <remarks>Items are never thrown away: made smaller than <see cref="Conduit{T}.Count"/>, it has no room until enough were taken.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public override int Capacity
    {
        get => Volatile.Read(ref _capacity);
        set
        {
            RequireCapacity(value);
            WakeList wakes = default;
            Gate.Enter();
            _capacity = value;
            Notify(ref wakes);
            Gate.Exit();
            wakes.Rouse();
        }
    }

    /// <summary>How many items are kept.</summary>
    protected abstract int StoredCount { get; }

    /// <summary>Keeps an item. One that is to replace another, or nothing, may leave <see cref="StoredCount"/> as it is.</summary>
    /// <param name="item">The item.</param>
    protected abstract void Store(T item);

    /// <summary>Gives out the next item, and keeps it no longer. Called only while there is one.</summary>
    /// <returns>The item.</returns>
    protected abstract T Fetch();

    /// <summary>Shows the next item: what <see cref="Fetch"/> would give out. Called only while there is one.</summary>
    /// <returns>The item.</returns>
    protected abstract T Look();

    /// <summary>Copies the items that are kept, those first that would be taken first.</summary>
    /// <returns>The items.</returns>
    protected abstract T[] CopyStored();

    /// <summary>Copies the items, without taking them: those first that would be taken first.</summary>
    /// <returns>The items as they are at this moment.</returns>
    public T[] ToArray()
    {
        Gate.Enter();
        try
        {
            return CopyStored();
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Keeps what a new buffer begins with. Called by constructors.</summary>
    /// <param name="items">The items.</param>
    /// <exception cref="ArgumentException">There are more than the capacity.</exception>
    private protected void Begin(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (T item in items)
        {
            if (!TryPut(item)) throw new ArgumentException($"There are more items than the capacity of {_capacity}.", nameof(items));
        }
    }

    private protected override bool IsReadyNow => _count > 0 || IsShut;

    internal override bool HasRoomNow => _count < _capacity || IsShut;

    internal override Attempt PutNow(T item, ref WakeList wakes)
    {
        if (IsShut) return Attempt.Over;
        if (_count >= _capacity) return Attempt.InVain;

        Store(item);
        int before = _count;
        Volatile.Write(ref _count, StoredCount);
        _unfinished += _count - before;
        Notify(ref wakes);
        return Attempt.Done;
    }

    internal override Attempt TakeNow(out T item, ref WakeList wakes)
    {
        if (_count == 0)
        {
            item = default!;
            return IsShut ? Attempt.Over : Attempt.InVain;
        }

        item = Fetch();
        Volatile.Write(ref _count, StoredCount);
        Notify(ref wakes);
        if (IsShut) CompleteIfOver();
        return Attempt.Done;
    }

    internal override Attempt PeekNow(out T item)
    {
        if (_count == 0)
        {
            item = default!;
            return IsShut ? Attempt.Over : Attempt.InVain;
        }

        item = Look();
        return Attempt.Done;
    }

    internal override void Notify(ref WakeList wakes)
    {
        if (_count > 0 || IsShut)
        {
            // Those who only look come first: all of them see what one is about to take.
            Peekers.Notify(int.MaxValue, ref wakes.Notified);
            Takers.Notify(IsShut ? int.MaxValue : _count, ref wakes.Notified);
            ServeWatchers(ref wakes.Signalled);
        }

        if (_count < _capacity || IsShut)
        {
            Putters.Notify(IsShut ? int.MaxValue : _capacity - _count, ref wakes.Notified);
            ServeRoomWatchers(ref wakes.Signalled);
        }
    }

    private protected override void DropNow(ref WakeList wakes)
    {
        int dropped = _count;
        while (StoredCount > 0) Fetch();
        Volatile.Write(ref _count, 0);
        FinishNow(dropped, ref wakes);
    }

    private static void RequireCapacity(int capacity)
    {
        if (capacity < 1) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A capacity is at least 1. What has no room at all is a CoChannel<T>.");
    }
}
