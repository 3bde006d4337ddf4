namespace CoGen;

/// <summary>
/// Gives out ids that are unique in the process. Each thread has a source of its own and takes a block at a time, so that an
/// id costs no interlocked step.
/// </summary>
internal struct IdSource
{
    private const int BlockSize = 1024;

    private static long s_given;

    private long _next;
    private long _end;

    internal long Next()
    {
        if (_next == _end)
        {
            _end = Interlocked.Add(ref s_given, BlockSize) + 1;
            _next = _end - BlockSize;
        }

        return _next++;
    }
}
