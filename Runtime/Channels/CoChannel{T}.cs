namespace CoGen;

/// <summary>
/// A meeting point without room for anything: a put ends when a taker has the item, a take when a putter gave one. The
/// counterpart of gevent's <c>Channel</c> and of eventlet's queue of size 0.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <remarks>
/// It is always empty and full. Of the two who meet, the taker goes on first. Unlike in a queue, what is put is handed to
/// the one who has waited longest: nobody else can take it.
/// </remarks>
public sealed class CoChannel<T> : Conduit<T>
{
    /// <summary>Always 0.</summary>
    public override int Count => 0;

    /// <summary>Always 0.</summary>
    /// <exception cref="NotSupportedException">It was set: use a <see cref="CoQueue{T}"/>.</exception>
    public override int Capacity
    {
        get => 0;
        set => throw new NotSupportedException("A channel has no room for anything. Use a CoQueue<T>.");
    }

    /// <summary>How many wait to put, less how many wait to take.</summary>
    public int Balance => WaitingPutters - WaitingTakers;

    private protected override bool IsReadyNow => IsShut || Putters.Peek() is not null;

    internal override bool HasRoomNow => IsShut || Takers.Peek() is not null;

    internal override bool YieldsAfterPut => true;

    internal override Attempt PutNow(T item, ref WakeList wakes)
    {
        if (IsShut) return Attempt.Over;
        if (Takers.Serve() is not { } taker) return Attempt.InVain;

        ((ItemNode<T>)taker).Item = item;
        wakes.Signalled.Add(taker);
        return Attempt.Done;
    }

    internal override Attempt TakeNow(out T item, ref WakeList wakes)
    {
        item = default!;
        if (IsShut) return Attempt.Over;
        if (Putters.Serve() is not { } putter) return Attempt.InVain;

        item = ((ItemNode<T>)putter).Item!;
        wakes.Signalled.Add(putter);
        return Attempt.Done;
    }

    internal override Attempt PeekNow(out T item)
    {
        item = default!;
        if (IsShut) return Attempt.Over;
        if (Putters.Peek() is not { } putter) return Attempt.InVain;

        item = ((ItemNode<T>)putter).Item!;
        return Attempt.Done;
    }

    internal override void AppendPutter(ItemNode<T> putter, ref WakeList wakes)
    {
        base.AppendPutter(putter, ref wakes);
        Peekers.Notify(int.MaxValue, ref wakes.Notified);
        ServeWatchers(ref wakes.Signalled);
    }

    internal override void AppendTaker(ItemNode<T> taker, ref WakeList wakes)
    {
        base.AppendTaker(taker, ref wakes);
        ServeRoomWatchers(ref wakes.Signalled);
    }

    internal override void Notify(ref WakeList wakes)
    {
        if (!IsShut) return;
        Peekers.Notify(int.MaxValue, ref wakes.Notified);
        Takers.Notify(int.MaxValue, ref wakes.Notified);
        Putters.Notify(int.MaxValue, ref wakes.Notified);
        ServeWatchers(ref wakes.Signalled);
        ServeRoomWatchers(ref wakes.Signalled);
    }

    private protected override void DropNow(ref WakeList wakes) { }
}
