namespace CoGen;

/// <summary>Lets a thread out of <see cref="Monitor.Wait(object)"/> by which it has let the ear of a <see cref="PulseLine"/> in.</summary>
internal sealed class EarDoor(object target)
{
    /// <summary>A thread that has waited before is pulsed first, and in vain. After this time all are pulsed.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private bool _isClosed;

    /// <summary>Whether the thread was pulsed on purpose. Guarded by the monitor of the target.</summary>
    internal bool HasOpened { get; private set; }

    /// <summary>Run by a stand-in, when the ear is in.</summary>
    internal void Open()
    {
        lock (target)
        {
            HasOpened = !IsClosedWithin(TimeSpan.Zero);
            if (HasOpened) Monitor.Pulse(target);
        }

        while (!IsClosedWithin(s_patience))
        {
            lock (target) Monitor.PulseAll(target);
        }
    }

    /// <summary>Run by the thread that is out.</summary>
    internal void Close()
    {
        lock (this)
        {
            _isClosed = true;
            Monitor.Pulse(this);
        }
    }

    private bool IsClosedWithin(TimeSpan time)
    {
        lock (this) return _isClosed || Monitor.Wait(this, time) || _isClosed;
    }
}
