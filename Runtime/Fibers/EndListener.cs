namespace CoGen;

/// <summary>Something that is told once when a fiber ends, on the thread that ran it, before those who joined it go on.</summary>
internal abstract class EndListener
{
    /// <summary>The next of those who listen to the same fiber.</summary>
    internal EndListener? Next;

    private bool _wasTold;

    internal void Tell()
    {
        if (!Interlocked.Exchange(ref _wasTold, true)) OnEnded();
    }

    /// <summary>The fiber has ended. Must not wait and must not throw.</summary>
    private protected abstract void OnEnded();
}
