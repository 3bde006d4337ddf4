namespace CoGen.Soak;

/// <summary>
/// What one fiber is and does, and its chance. All that a fiber calls is given this object, so that as long as any of its frames is
/// alive, or anything that leads to one – a place in a line, an armed timer, a queue – so is this: the finalizer tells when all
/// have gone.
/// </summary>
internal sealed class Life
{
    private static long s_count;
    private ulong _state;

    internal Life(World world, ulong seed, int depth = 0)
    {
        World = world;
        Depth = depth;

        // A step of SplitMix64: neighbouring seeds are to have nothing in common.
        ulong mixed = (seed + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        _state = (mixed ^ (mixed >> 27)) | 1;
        Moves = world.Moves && Next(2) == 0;
        Interlocked.Increment(ref s_count);
    }

    ~Life() => Interlocked.Decrement(ref s_count);

    /// <summary>How many have not been collected.</summary>
    internal static long Count => Volatile.Read(ref s_count);

    internal World World { get; }

    /// <summary>How many fibers it descends from.</summary>
    internal int Depth { get; }

    /// <summary>Whether it goes from scheduler to scheduler. Then it has no greenlets, which cannot.</summary>
    internal bool Moves { get; }

    /// <summary>What it is at, for reports.</summary>
    internal string Doing { get; set; } = "nothing yet";

    internal int Next(int count)
    {
        // xorshift64
        ulong state = _state;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        _state = state;
        return (int)((state >> 33) % (uint)count);
    }

    internal T One<T>(T[] of) => of[Next(of.Length)];

    /// <summary>The life of a fiber that this one spawns.</summary>
    internal Life Child() => new(World, NextSeed(), Depth + 1);

    internal ulong NextSeed() => ((ulong)Next(int.MaxValue) << 31) + (ulong)Next(int.MaxValue);

    internal TimeSpan Ms(int atMost) => TimeSpan.FromMilliseconds(Next(atMost + 1));

    /// <summary>The timeout of a wait that ends surely.</summary>
    internal TimeSpan AnyLimit() => Next(3) == 0 ? Ms(3) : Timeout.InfiniteTimeSpan;

    /// <summary>The token of a wait: seldom one that is cancelled meanwhile by another thread.</summary>
    internal CancellationToken AnyToken()
    {
        switch (Next(12))
        {
            case 0:
                CancellationTokenSource source = new();
                World.Outside.Send(source.Cancel);
                return source.Token;
            case 1 when Co.Current is not null:
                return Co.Token;
            default:
                return default;
        }
    }

    /// <summary>Some time in the middle of something.</summary>
    internal async Coroutine PauseAsync()
    {
        switch (Next(8))
        {
            case 0:
                await Co.SleepAsync(Next(3));
                break;
            case 1 or 2 or 3:
                await Co.YieldAsync();
                break;
        }
    }
}
