using System.Collections.Immutable;

namespace CoGen;

internal abstract partial class FiberCore
{
    private JoinWait? _firstJoiner;
    private JoinWait? _lastJoiner;

    /// <summary>Gets a task that succeeds when life <paramref name="id"/> ends. Called on any thread.</summary>
    internal Task WhenEnded(long id)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ImmutableInterlocked.Update(ref Extras.Outsiders, static (all, one) => (all ?? []).Add(one), ended);

        // Finish sets IsCompleted and then looks for outsiders; here it is the other way round. The fence is the heavy half of
        // an asymmetric pair: the end of a fiber, which nearly never has outsiders, pays for none.
        Interlocked.MemoryBarrierProcessWide();
        if (Id != id || IsFinished) ended.TrySetResult();
        return ended.Task;
    }

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

        // As in WhenEnded.
        Interlocked.MemoryBarrierProcessWide();
        if (Id != id || IsFinished) listener.Tell();
    }

    internal void AddJoiner(JoinWait wait)
    {
        if (_lastJoiner is null) _firstJoiner = wait;
        else _lastJoiner.NextJoiner = wait;
        _lastJoiner = wait;
    }

    internal void RemoveJoiner(JoinWait wait)
    {
        JoinWait? before = null;
        for (JoinWait? at = _firstJoiner; at is not null; before = at, at = at.NextJoiner)
        {
            if (at != wait) continue;

            if (before is null) _firstJoiner = at.NextJoiner;
            else before.NextJoiner = at.NextJoiner;
            if (_lastJoiner == at) _lastJoiner = before;
            at.NextJoiner = null;
            return;
        }
    }

    /// <summary>Tells those who listen, and wakes those who joined, in the order in which they came.</summary>
    private void WakeJoiners()
    {
        for (EndListener? listener = Listeners; listener is not null; listener = listener.Next) listener.Tell();
        if (_firstJoiner is not null)
        {
            while (_firstJoiner is { } wait)
            {
                _firstJoiner = wait.NextJoiner;
                wait.NextJoiner = null;
                wait.End(signalled: true);
            }

            _lastJoiner = null;
        }

        if (Volatile.Read(ref _extras)?.Outsiders is null) return;
        foreach (TaskCompletionSource outsider in Interlocked.Exchange(ref Extras.Outsiders, null)!) outsider.TrySetResult();
    }
}
