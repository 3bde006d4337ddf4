namespace CoGen.Soak;

/// <summary>The numbers that went into something less those that came out. Any number is used once, so that neither loss nor doubling goes unseen.</summary>
internal sealed class Ledger
{
    private long _count;
    private long _sum;

    internal void In(long item)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _sum, item);
    }

    internal void Out(long item)
    {
        Interlocked.Decrement(ref _count);
        Interlocked.Add(ref _sum, -item);
    }

    /// <summary>Fails unless just <paramref name="left"/> is still in.</summary>
    internal void Check(World world, string what, params IEnumerable<long> left)
    {
        long[] items = [.. left];
        if (items.Length != _count || items.Sum() != _sum) world.Broken($"{what}: {_count} went in more than came out, summing up to {_sum}; {items.Length} are there, summing up to {items.Sum()}");
    }
}
