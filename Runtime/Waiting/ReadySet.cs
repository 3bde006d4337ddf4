using System.Collections.Concurrent;

namespace CoGen;

/// <summary>Watches a number of waitables, and gives each out once, in the order in which they became ready. Used by one fiber or thread.</summary>
internal sealed class ReadySet
{
    private readonly List<Watcher> _watchers = [];
    private readonly ConcurrentQueue<int> _ready = [];
    private readonly CoSemaphore _count;
    private readonly bool _isOutside;

    internal ReadySet(IReadOnlyList<Waitable> all)
    {
        foreach (Waitable waitable in all) ArgumentNullException.ThrowIfNull(waitable, nameof(all));
        _count = new CoSemaphore(0) { Meaning = $"one of: {string.Join(", ", all)}" };
        for (int i = 0; i < all.Count; i++)
        {
            Watcher watcher = new(this, all[i], i);
            _isOutside |= all[i].IsOutside;
            if (all[i].TryWatch(watcher)) _watchers.Add(watcher);
            else watcher.Rouse(WaitFrame.Signalled);
        }
    }

    /// <summary>Waits for the next.</summary>
    /// <returns>Its index; -1 when the time is over.</returns>
    internal async Coroutine<int> NextAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A loop that waits for a task waits for an outside event.
        Scheduler? scheduler = _isOutside ? Carrier.Current.Fiber?.Scheduler : null;
        scheduler?.ExpectPost();
        try
        {
            return await _count.WaitAsync(timeout, cancellationToken) && _ready.TryDequeue(out int index) ? index : -1;
        }
        finally
        {
            scheduler?.ForgetExpectedPost();
        }
    }

    /// <summary>Stops watching.</summary>
    internal void Close()
    {
        foreach (Watcher watcher in _watchers) watcher.TryWithdraw();
        _watchers.Clear();
    }

    private sealed class Watcher(ReadySet set, Waitable watched, int index) : LineNode
    {
        internal override void Rouse(int reason)
        {
            set._ready.Enqueue(index);
            set._count.Release();
        }

        internal override bool TryWithdraw() => watched.TryUnwatch(this);

        internal override string Describe() => watched.ToString();

        internal override void Clear() { }
    }
}
