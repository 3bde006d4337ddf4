namespace CoGen;

/// <summary>One of the orders in which fibers may take their turns: at every turn it says who of those that are ready is next.</summary>
internal abstract class Interleaving
{
    private const int Limit = 1_000_000;

    private readonly List<int> _choices = [];

    /// <summary>What was chosen at each turn at which there was a choice.</summary>
    internal IReadOnlyList<int> Choices => _choices;

    /// <summary>Chooses among <paramref name="count"/>, at least 2; 0 is who has waited longest.</summary>
    /// <exception cref="InvalidOperationException">So many turns are no test any more.</exception>
    internal int Choose(int count)
    {
        if (_choices.Count == Limit) throw new InvalidOperationException($"After {Limit} turns the program has not ended: some of its fibers yield for ever.");

        int choice = Next(count);
        _choices.Add(choice);
        return choice;
    }

    private protected abstract int Next(int count);

    /// <summary>Chooses at random; the same seed makes the same choices.</summary>
    internal sealed class Seeded(int seed) : Interleaving
    {
        private readonly Random _random = new(seed);

        private protected override int Next(int count) => _random.Next(count);
    }

    /// <summary>Chooses as told, and then first in, first out.</summary>
    internal sealed class Scripted(IReadOnlyList<int> script) : Interleaving
    {
        private readonly List<int> _counts = [];

        /// <summary>Among how many was chosen, at each turn at which there was a choice.</summary>
        internal IReadOnlyList<int> Counts => _counts;

        private protected override int Next(int count)
        {
            int turn = _counts.Count;
            _counts.Add(count);
            return turn < script.Count ? Math.Min(script[turn], count - 1) : 0;
        }
    }
}
