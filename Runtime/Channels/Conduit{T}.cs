using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CoGen;

// An attempt is one look, and at most one change, under the gate. What can wait does so in three steps: it attempts; if that was
// in vain it rents a wait, attempts again and, in vain again, stands in line under the same gate; when it is told that things
// have changed it attempts in its own turn. So an item is in the queue, or in the hands of the one that took it, and
// nowhere between: a kill, a timeout or a token cannot lose it.

/// <summary>
/// What items pass through from those who put to those who take: a <see cref="CoQueue{T}"/>, a <see cref="CoStack{T}"/>, a
/// <see cref="CoPriorityQueue{TElement, TPriority}"/> or a <see cref="CoChannel{T}"/>.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <remarks>
/// <para>
/// Each item that was put is taken once. Those who wait are woken in the order in which they came. Any number of fibers, loops and
/// threads may put and take at once. It is ready, as a <see cref="Waitable"/>, when a take would not wait.
/// </para>
/// <para>
/// A member that waits throws when its time is over, unless it is called <c>Try…</c>; without a time <c>Try…</c> never waits
/// nor yields, and may be called from anywhere. A kill, a timeout or a token that ends a wait loses no item: a put that
/// ended so has put nothing, and a take that ended so has taken nothing.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}: {Count} items, {WaitingTakers} take, {WaitingPutters} put")]
public abstract partial class Conduit<T> : Waitable
{
    internal WaitLine Putters;
    internal WaitLine Takers;
    private protected WaitLine Peekers;

    /// <summary>Those who wait to see that a put would not wait.</summary>
    private protected WaitLine RoomWatchers;

    private protected Conduit()
    {
    }

    /// <summary>How many items it holds, as seen at this moment.</summary>
    public abstract int Count { get; }

    /// <summary>How many items it may hold.</summary>
    public abstract int Capacity { get; set; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether it holds as much as it may.</summary>
    public bool IsFull => Count >= Capacity;

    /// <summary>How many wait to put. The counterpart of eventlet's <c>Queue.putting</c>.</summary>
    public int WaitingPutters => CountOf(ref Putters);

    /// <summary>How many wait to take. The counterpart of eventlet's <c>Queue.getting</c>.</summary>
    public int WaitingTakers => CountOf(ref Takers);

    /// <inheritdoc/>
    public override bool IsReady
    {
        get
        {
            Gate.Enter();
            bool isReady = IsReadyNow;
            Gate.Exit();
            return isReady;
        }
    }

    /// <summary>Puts an item, if that can be done at once. Never waits, and never yields.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Whether it was put. Not so if there is no room, or after <see cref="ShutDown"/>.</returns>
    public bool TryPut(T item) => AttemptPut(item) == Attempt.Done;

    /// <summary>Takes the next item, if there is one. Never waits, and never yields.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Whether one was taken.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item) => AttemptTake(out item) == Attempt.Done;

    /// <summary>Sees the next item, if there is one, without taking it. Never waits, and never yields.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        Gate.Enter();
        try
        {
            return PeekNow(out item!) == Attempt.Done;
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Puts <paramref name="item"/>. Called under the gate, as are all that follow.</summary>
    internal abstract Attempt PutNow(T item, ref WakeList wakes);

    /// <summary>Takes the next item.</summary>
    internal abstract Attempt TakeNow(out T item, ref WakeList wakes);

    /// <summary>Sees the next item.</summary>
    internal abstract Attempt PeekNow(out T item);

    /// <summary>Whether a put would not wait.</summary>
    internal abstract bool HasRoomNow { get; }

    /// <summary>Tells all who may act now, and were not told yet.</summary>
    internal abstract void Notify(ref WakeList wakes);

    /// <summary>Puts <paramref name="putter"/> in line: its attempt was in vain.</summary>
    internal virtual void AppendPutter(ItemNode<T> putter, ref WakeList wakes) => Putters.Append(putter);

    /// <summary>Puts <paramref name="taker"/> in line: its attempt was in vain.</summary>
    internal virtual void AppendTaker(ItemNode<T> taker, ref WakeList wakes) => Takers.Append(taker);

    /// <summary>Takes <paramref name="node"/> out of line. If it was told to try, somebody else is told instead.</summary>
    internal void Leave(ref WaitLine line, LineNode node, ref WakeList wakes)
    {
        if (!line.TryRemove(node) && line.TryForget(node)) Notify(ref wakes);
    }

    private protected void ServeRoomWatchers(ref RouseList roused)
    {
        while (RoomWatchers.Serve() is { } watcher) roused.Add(watcher);
    }

    private Attempt AttemptPut(T item)
    {
        WakeList wakes = default;
        Attempt attempt;
        Gate.Enter();
        try
        {
            attempt = PutNow(item, ref wakes);
        }
        finally
        {
            Gate.Exit();
        }

        wakes.Rouse();
        return attempt;
    }

    private Attempt AttemptTake(out T item)
    {
        WakeList wakes = default;
        Attempt attempt;
        Gate.Enter();
        try
        {
            attempt = TakeNow(out item, ref wakes);
        }
        finally
        {
            Gate.Exit();
        }

        wakes.Rouse();
        return attempt;
    }

    private int CountOf(ref WaitLine line)
    {
        Gate.Enter();
        int count = line.Count;
        Gate.Exit();
        return count;
    }
}
