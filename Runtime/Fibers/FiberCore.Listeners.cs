namespace CoGen;

internal abstract partial class FiberCore
{
    /// <summary>Those who are told when this life ends. Read on any thread.</summary>
    internal EndListener? Listeners => Volatile.Read(ref _extras) is { } extras ? Volatile.Read(ref extras.Listeners) : null;

    /// <summary>Tells <paramref name="listener"/> of the end. Called before the fiber's first turn, or in its own turn.</summary>
    internal void Listen(EndListener listener)
    {
        FiberExtras extras = Extras;
        EndListener? first = Volatile.Read(ref extras.Listeners);
        while (true)
        {
            listener.Next = first;
            EndListener? seen = Interlocked.CompareExchange(ref extras.Listeners, listener, first);
            if (seen == first) return;
            first = seen;
        }
    }

    /// <summary>Tells <paramref name="listener"/> of the end of life <paramref name="id"/>, at once if that is over. Called on any thread.</summary>
    internal void Listen(long id, EndListener listener)
    {
        Listen(listener);
        FenceAgainstEnd();
        if (IsFinished || Id != id) listener.Tell();
    }

    private void TellListeners()
    {
        for (EndListener? listener = Listeners; listener is not null; listener = listener.Next) listener.Tell();
    }
}
