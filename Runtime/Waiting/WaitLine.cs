namespace CoGen;

/// <summary>Those who wait for one thing, in the order in which they came. Guarded by its primitive's <see cref="Gate"/>.</summary>
internal struct WaitLine
{
    private LineNode? _first;
    private LineNode? _last;
    private long _tickets;

    /// <summary>How many were told to try and have not tried yet. They are out of line, and keep their tickets.</summary>
    private int _notified;

    internal readonly bool IsEmpty => _first is null;

    internal readonly LineNode? First => _first;

    /// <summary>How many wait, those included who were told to try.</summary>
    internal int Count { get; private set; }

    internal void Append(LineNode node)
    {
        node.Ticket = ++_tickets;
        node.TriedInVain = false;
        Count++;
        InsertAfter(_last, node);
    }

    /// <summary>Takes the first out of line for good: what it waits for is its own.</summary>
    internal LineNode? Serve()
    {
        while (_first is { } node)
        {
            Unlink(node);
            Count--;
            if (node.TryClaim()) return node;
        }

        return null;
    }

    /// <summary>The first who can still be served, and stays in line.</summary>
    internal LineNode? Peek()
    {
        while (_first is { IsClaimed: true } node)
        {
            Unlink(node);
            Count--;
        }

        return _first;
    }

    /// <summary>Tells so many of the first to try that, with those told before, there is one for each of <paramref name="available"/>.</summary>
    internal void Notify(int available, ref RouseList roused)
    {
        while (_notified < available && _first is { } node)
        {
            Unlink(node);
            node.IsNotified = true;
            _notified++;
            roused.Add(node);
        }
    }

    /// <summary>Notes how the try ended that <see cref="Notify"/> told <paramref name="node"/> to make. In vain: it waits on, where it stood.</summary>
    /// <returns><paramref name="succeeded"/>.</returns>
    internal bool EndTry(LineNode node, bool succeeded)
    {
        node.IsNotified = false;
        _notified--;
        if (succeeded)
        {
            Count--;
            return true;
        }

        node.TriedInVain = true;
        LineNode? before = null;
        for (LineNode? at = _first; at is not null && at.Ticket < node.Ticket; at = at.After) before = at;
        InsertAfter(before, node);
        return false;
    }

    /// <summary>Takes <paramref name="node"/> out of line, if it stands there.</summary>
    internal bool TryRemove(LineNode node)
    {
        if (!node.IsInLine) return false;
        Unlink(node);
        Count--;
        return true;
    }

    /// <summary>Takes back what <see cref="Notify"/> told <paramref name="node"/>: it will not try. Somebody else should.</summary>
    internal bool TryForget(LineNode node)
    {
        if (!node.IsNotified) return false;
        node.IsNotified = false;
        _notified--;
        Count--;
        return true;
    }

    private void InsertAfter(LineNode? before, LineNode node)
    {
        LineNode? after = before is null ? _first : before.After;
        node.Before = before;
        node.After = after;
        if (before is null) _first = node;
        else before.After = node;
        if (after is null) _last = node;
        else after.Before = node;
        node.IsInLine = true;
    }

    private void Unlink(LineNode node)
    {
        if (node.Before is null) _first = node.After;
        else node.Before.After = node.After;
        if (node.After is null) _last = node.Before;
        else node.After.Before = node.Before;
        node.Before = null;
        node.After = null;
        node.IsInLine = false;
    }
}
