namespace CoGen.Soak;

/// <summary>Fibers that are spawned one after the other and live at the same time. Any thread may ask for one while that goes on.</summary>
internal sealed class Wave(int size)
{
    private readonly Fiber[] _fibers = new Fiber[size];
    private readonly Life[] _lives = new Life[size];
    private int _count;

    internal ReadOnlySpan<Fiber> Fibers => _fibers.AsSpan(0, Volatile.Read(ref _count));

    internal IEnumerable<Fiber> All => _fibers;

    internal void Add(Life life, Fiber fiber)
    {
        _lives[_count] = life;
        _fibers[_count] = fiber;

        // Last, so that who sees the count sees the fiber.
        Volatile.Write(ref _count, _count + 1);
    }

    internal int CountEnded()
    {
        int ended = 0;
        foreach (Fiber fiber in Fibers) ended += fiber.IsFinished ? 1 : 0;
        return ended;
    }

    /// <summary>Lets go of the lives, which are over.</summary>
    internal void Forget() => Array.Clear(_lives);

    /// <summary>Who has not ended, by what they are at.</summary>
    internal IEnumerable<string> Unfinished() =>
        Enumerable.Range(0, Fibers.Length)
            .Where(i => !_fibers[i].IsFinished)
            .GroupBy(i => $"{_fibers[i].State} at {_lives[i]?.Doing}")
            .Select(group => $"{group.Count()} fibers {group.Key}, {_fibers[group.First()]} among them, {Insight.Describe(_fibers[group.First()])}");
}
