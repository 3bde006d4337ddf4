namespace CoGen;

/// <summary>Gives out ids that are unique in the process. Each thread takes a block at a time, so that they cost no interlocked step each.</summary>
internal sealed class IdSource
{
    private const int BlockSize = 256;

    [ThreadStatic]
    private static long t_next;

    [ThreadStatic]
    private static long t_end;

    private long _blocks;

    internal long Next()
    {
        if (t_next == t_end)
        {
            t_end = Interlocked.Add(ref _blocks, BlockSize) + 1;
            t_next = t_end - BlockSize;
        }

        return t_next++;
    }
}
