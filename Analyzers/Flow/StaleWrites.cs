using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>A write whose value, or whose being made at all, goes back to what was read before a yield.</summary>
/// <param name="Place">What is written.</param>
/// <param name="Write">Where.</param>
/// <param name="Target">What names the place there.</param>
/// <param name="Fact">What it goes back to.</param>
/// <param name="IsDecision">Whether it was the decision that went by the old value, and not the new value.</param>
internal sealed record StaleWrite(Place Place, IOperation Write, IOperation Target, Fact Fact, bool IsDecision);

/// <summary>
/// Finds check-then-act across a yield. Facts about what was read travel with the values that come of it, and stay with the branches that they decide; a yield makes them
/// stale, unless one lock is held from the read to the write. A write that rests on stale facts alone is told, one before which the place was looked at again is not.
/// </summary>
internal sealed class StaleWrites : ForwardAnalysis<Facts>
{
    private readonly YieldSteps _yields;
    private readonly Uses _uses;
    private readonly Holdings _holdings;
    private readonly HeldAnalysis _held;
    private readonly HashSet<string> _written;
    private readonly List<string> _claimed = [];
    private readonly Dictionary<IOperation, StaleWrite> _found = [];

    private StaleWrites(BodyGraph body, YieldSteps yields, Uses uses, Holdings holdings, HeldAnalysis held, HashSet<string> written)
        : base(body)
    {
        _yields = yields;
        _uses = uses;
        _holdings = holdings;
        _held = held;
        _written = written;
    }

    /// <summary>The stale writes of a body, in the order of their places; of those that go back to one read the first.</summary>
    public static IEnumerable<StaleWrite> In(BodyGraph body, YieldSteps yields, Uses uses, Holdings holdings, HeldAnalysis held, CancellationToken cancellationToken)
    {
        HashSet<string> written =
        [
            .. body.Steps.SelectMany(static steps => steps).SelectMany(uses.WritesOf).Where(static write => write.Kind is WriteKind.Set or WriteKind.Change).Select(static write => write.Place.Path),
        ];
        if (written.Count == 0)
        {
            return [];
        }

        StaleWrites analysis = new(body, yields, uses, holdings, held, written);
        analysis.Run(cancellationToken);
        return analysis._found.Values
            .OrderBy(static stale => stale.Target.Syntax.SpanStart)
            .GroupBy(static stale => (stale.Fact.Read.Syntax, stale.Place))
            .Select(static same => same.First());
    }

    protected override Facts Begin() => new();

    protected override Facts Copy(Facts state) => state.Copy();

    protected override bool Join(Facts state, Facts other) => state.Add(other);

    protected override void Leave(Facts state, int block) => state.Forget(Body.Steps[block]);

    protected override void Step(Facts state, IOperation operation, int block, bool isLast)
    {
        ImmutableHashSet<Fact> facts = ValueFlow.FromParts(state, operation);
        if (_yields.At(operation) is YieldPoint point)
        {
            state.Change(fact => fact.Across is null ? fact with { Across = point } : fact);
            facts = Facts.Change(facts, fact => fact with { Across = fact.Across ?? point, IsThroughWait = true });
        }

        ulong lost = _holdings.Given(operation) | _holdings.LentBy(operation) | _holdings.NotAround(operation);
        if (lost != 0)
        {
            state.Change(fact => fact with { Held = fact.Held & ~lost });
            facts = Facts.Change(facts, fact => fact with { Held = fact.Held & ~lost });
        }

        if (_uses.ReadBy(operation) is Place place && _written.Contains(place.Path))
        {
            facts = facts.Add(new Fact(place, operation, Across: null, _held.At(operation) | state.Claims));
        }

        foreach (Uses.Write write in _uses.WritesOf(operation))
        {
            facts = Change(state, operation, write, facts, block);
        }

        ValueFlow.Carry(state, operation, facts);
        state[operation] = facts;
        if (isLast && Body.Graph.Blocks[block].ConditionalSuccessor is not null)
        {
            state[block] = [.. facts.Where(static fact => !fact.IsThroughWait)];
        }
    }

    /// <summary>Judges a write, and forgets what was known of the place before it. What is left of the facts of the value itself is returned.</summary>
    private ImmutableHashSet<Fact> Change(Facts state, IOperation operation, Uses.Write write, ImmutableHashSet<Fact> facts, int block)
    {
        (ImmutableArray<Fact> data, bool isReadAgain) = DataOf(write, facts, state);
        (ImmutableArray<Fact> decision, bool isCheckedAgain) = DecisionOf(write, state, block);
        if (write.Kind is WriteKind.Set or WriteKind.Change && !isCheckedAgain && IsSettled)
        {
            if (!isReadAgain && data.FirstOrDefault(static fact => fact is { IsStale: true, IsCopy: false }) is Fact value)
            {
                _found[operation] = new StaleWrite(write.Place, operation, write.Target, value, IsDecision: false);
            }
            else if (decision.FirstOrDefault(static fact => fact.IsStale) is Fact check && !IsIdempotent(operation))
            {
                _found[operation] = new StaleWrite(write.Place, operation, write.Target, check, IsDecision: true);
            }
        }

        ulong claim = ClaimOf(write.Place);
        bool isClaim = write.Kind == WriteKind.Claim || (write.Kind == WriteKind.Set && isCheckedAgain && (state.Claims & claim) == 0);
        state.Claims = isClaim ? state.Claims | claim : state.Claims & ~claim;
        state.Change(Rest);
        return Facts.Change(facts, Rest);

        Fact? Rest(Fact fact) =>
            fact.Place.IsChangedBy(write.Place) ? null
            : isClaim ? (fact.Across is null ? fact with { Held = fact.Held | claim } : fact)
            : fact with { Held = fact.Held & ~claim };
    }

    private static (ImmutableArray<Fact> Facts, bool IsReadAgain) DataOf(Uses.Write write, ImmutableHashSet<Fact> facts, Facts state)
    {
        ImmutableArray<Fact> data = Matching(write.Place, write.Value is null ? [] : write.Value.Parent is null or ISimpleAssignmentOperation ? state[write.Value] : facts);
        return (data, IsReadAgain(data));
    }

    private static bool IsReadAgain(ImmutableArray<Fact> facts) => facts.GroupBy(static fact => fact.Read).Any(static read => read.All(static fact => !fact.IsStale));

    private (ImmutableArray<Fact> Facts, bool IsCheckedAgain) DecisionOf(Uses.Write write, Facts state, int block)
    {
        ImmutableArray<Fact>.Builder all = ImmutableArray.CreateBuilder<Fact>();
        bool isCheckedAgain = false;
        foreach (int decider in Body.DecidersOf(block))
        {
            ImmutableArray<Fact> facts = IsWhetherSame(Body.Graph.Blocks[decider].BranchValue, write) ? [] : Matching(write.Place, state[decider]);
            all.AddRange(facts);
            isCheckedAgain |= IsReadAgain(facts);
        }

        return (all.ToImmutable(), isCheckedAgain);
    }

    // To set a flag again changes nothing.
    private static bool IsIdempotent(IOperation operation) => operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or or BinaryOperatorKind.And };

    // if (_x != value) … _x = value: what is written is the same, whatever was found.
    private static bool IsWhetherSame(IOperation? condition, Uses.Write write)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
        }

        return write is { Kind: WriteKind.Set, Value: IOperation value } && SymbolOf(value) is ISymbol written && condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => comparison.ChildOperations.Any(IsWritten),
            IInvocationOperation { TargetMethod.Name: "Equals" or "ReferenceEquals" } call => call.ChildOperations.Any(IsWritten),
            _ => false,
        };

        bool IsWritten(IOperation operand) => SymbolEqualityComparer.Default.Equals(SymbolOf(operand), written);
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        IArgumentOperation argument => SymbolOf(argument.Value),
        _ => null,
    };

    private static ImmutableArray<Fact> Matching(Place written, ImmutableHashSet<Fact> facts) =>
        [.. facts.Where(fact => fact.Place.IsChangedBy(written)).OrderBy(static fact => fact.Read.Syntax.SpanStart).ThenBy(static fact => fact.Across?.Call.SpanStart ?? -1)];

    private ulong ClaimOf(Place place)
    {
        int index = _claimed.IndexOf(place.Path);
        if (index < 0)
        {
            index = _claimed.Count;
            _claimed.Add(place.Path);
        }

        // The bits above those of the holdings.
        return index < 16 ? 1UL << (48 + index) : 0;
    }
}
