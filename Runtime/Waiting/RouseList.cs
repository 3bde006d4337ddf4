namespace CoGen;

/// <summary>
/// Those to be roused once the gate is open again, in order. They are out of line, and none of their waits can end before
/// it was roused.
/// </summary>
internal struct RouseList
{
    private LineNode? _first;
    private LineNode? _last;

    internal void Add(LineNode node)
    {
        if (_last is null) _first = node;
        else _last.After = node;
        _last = node;
    }

    internal readonly void Rouse(int reason)
    {
        LineNode? node = _first;
        while (node is not null)
        {
            LineNode? after = node.After;
            node.After = null;
            node.Rouse(reason);
            node = after;
        }
    }
}
