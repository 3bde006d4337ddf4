namespace CoGen;

/// <summary>Puts a loop's thread to sleep until another thread has posted.</summary>
internal sealed class Parker
{
    private readonly object _gate = new();
    private volatile bool _isParked;

    /// <summary>Waits until <paramref name="inbox"/> has something, or until <paramref name="timeout"/>; null is for ever.</summary>
    /// <returns>Whether the inbox has something.</returns>
    internal bool Park(Inbox inbox, TimeSpan? timeout)
    {
        // Rounded up: a timer is never looked at before it is due. A spurious wake-up is harmless, the loop looks again.
        int milliseconds = timeout is { } limit ? (int)Math.Clamp(Math.Ceiling(limit.TotalMilliseconds), 0, int.MaxValue) : Timeout.Infinite;
        lock (_gate)
        {
            _isParked = true;

            // The flag must be visible before the inbox is looked at: who posts looks the other way round.
            Interlocked.MemoryBarrier();
            if (inbox.IsEmpty) Monitor.Wait(_gate, milliseconds);
            _isParked = false;
        }

        return !inbox.IsEmpty;
    }

    /// <summary>Wakes the loop. Called after the inbox was filled, whose push is a full fence.</summary>
    internal void Unpark()
    {
        if (!_isParked) return;
        lock (_gate) Monitor.Pulse(_gate);
    }
}
