using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>That a value comes from what was read of a place.</summary>
/// <param name="Place">What was read.</param>
/// <param name="Read">Where.</param>
/// <param name="Across">The first yield since then; null while there was none.</param>
/// <param name="Held">What has been held ever since.</param>
internal sealed record Fact(Place Place, IOperation Read, YieldPoint? Across, ulong Held)
{
    /// <summary>Whether the value is still the one that was read, as it was: who writes it back restores it.</summary>
    public bool IsCopy { get; init; } = true;

    /// <summary>Whether the value went into a call that waits, whose result is news.</summary>
    public bool IsThroughWait { get; init; }

    /// <summary>Whether the value was an argument of what gave an object, whose members are another matter.</summary>
    public bool IsThroughArgument { get; init; }

    /// <summary>Whether others may have changed the place since.</summary>
    public bool IsStale => Across is not null && Held == 0;
}

/// <summary>The facts that hold at a point, by what carries them: variables, values on their way, and the outcomes of branches.</summary>
internal sealed class Facts
{
    private static readonly ImmutableHashSet<Fact> s_none = [];

    private readonly Dictionary<object, ImmutableHashSet<Fact>> _of;

    public Facts()
        : this([])
    {
    }

    private Facts(Dictionary<object, ImmutableHashSet<Fact>> of) => _of = of;

    /// <summary>What has been claimed by a check that was acted on at once.</summary>
    public ulong Claims { get; set; }

    public ImmutableHashSet<Fact> this[object carrier]
    {
        get => _of.TryGetValue(carrier, out ImmutableHashSet<Fact>? facts) ? facts : s_none;
        set
        {
            if (value.IsEmpty)
            {
                _of.Remove(carrier);
            }
            else
            {
                _of[carrier] = value;
            }
        }
    }

    public Facts Copy() => new(new Dictionary<object, ImmutableHashSet<Fact>>(_of)) { Claims = Claims };

    public bool Add(Facts other)
    {
        bool changed = (Claims & ~other.Claims) != 0;
        Claims &= other.Claims;
        foreach (KeyValuePair<object, ImmutableHashSet<Fact>> carried in other._of)
        {
            ImmutableHashSet<Fact> before = this[carried.Key];
            ImmutableHashSet<Fact> after = before.Union(carried.Value);
            if (after.Count != before.Count)
            {
                _of[carried.Key] = after;
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Puts another fact in the place of each; null leaves it out.</summary>
    public void Change(Func<Fact, Fact?> change)
    {
        foreach (object carrier in _of.Keys.ToArray())
        {
            this[carrier] = Change(_of[carrier], change);
        }
    }

    public static ImmutableHashSet<Fact> Change(ImmutableHashSet<Fact> facts, Func<Fact, Fact?> change) =>
        facts.Any(fact => change(fact) != fact) ? [.. facts.Select(change).OfType<Fact>()] : facts;

    /// <summary>Forgets the values that no operation can ask for any more.</summary>
    public void Forget(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            _of.Remove(operation);
        }
    }
}
