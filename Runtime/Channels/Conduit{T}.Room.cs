namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>Waits until a put would not wait; it may again when one tries.</summary>
    internal Coroutine UntilRoomAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LineWait<RoomWatcher> wait = LineWait<RoomWatcher>.Rent();
        wait.Node.Conduit = this;
        Gate.Enter();
        bool hasRoom = HasRoomNow;
        if (!hasRoom) RoomWatchers.Append(wait.Node);
        Gate.Exit();
        if (!hasRoom) return wait.Begin(Timeout.InfiniteTimeSpan, cancellationToken).WithoutResult();

        wait.Discard();
        return default;
    }

    private sealed class RoomWatcher : LineNode
    {
        internal Conduit<T>? Conduit;

        internal override bool TryWithdraw()
        {
            Conduit<T> conduit = Conduit!;
            conduit.Gate.Enter();
            bool removed = conduit.RoomWatchers.TryRemove(this);
            conduit.Gate.Exit();
            return removed;
        }

        internal override string Describe() => $"room in {Conduit}";

        internal override void Clear() => Conduit = null;
    }
}
