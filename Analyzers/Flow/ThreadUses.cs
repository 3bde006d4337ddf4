using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Finds what is the thread's and is used on both sides of a yield.</summary>
internal sealed class ThreadUses : ForwardAnalysis<ThreadUses.State>
{
    private readonly YieldSteps _yields;
    private readonly Places _places;
    private readonly Dictionary<IOperation, ThreadUse> _found = [];
    private readonly HashSet<CaptureId> _filled;

    private ThreadUses(BodyGraph body, YieldSteps yields, Places places)
        : base(body)
    {
        _yields = yields;
        _places = places;

        // What ??= looks at, and sets where there is nothing.
        _filled = [.. body.Steps.SelectMany(static steps => steps).OfType<ISimpleAssignmentOperation>().Where(static a => a.IsImplicit).Select(static a => a.Target).OfType<IFlowCaptureReferenceOperation>().Select(static c => c.Id)];
    }

    public static IEnumerable<ThreadUse> In(BodyGraph body, YieldSteps yields, Places places, CancellationToken cancellationToken)
    {
        if (!body.Steps.Any(steps => steps.Any(step => ThreadMembers.IsIdentity(step) || ThreadMembers.KeyOf(step, places) is not null)))
        {
            return [];
        }

        ThreadUses uses = new(body, yields, places);
        uses.Run(cancellationToken);
        return uses._found.Values.OrderBy(static use => use.Second.Syntax.SpanStart).GroupBy(static use => (use.First.Syntax, use.Name)).Select(static same => same.First());
    }

    protected override State Begin() => new([]);

    protected override State Copy(State state) => new(new Dictionary<string, Use>(state.Uses));

    protected override bool Join(State state, State other)
    {
        bool changed = false;
        foreach (KeyValuePair<string, Use> use in other.Uses)
        {
            // What has been across a yield on one way is what there is to tell.
            if (!state.Uses.TryGetValue(use.Key, out Use? known) || (known.Across is null && use.Value.Across is not null))
            {
                state.Uses[use.Key] = use.Value;
                changed = true;
            }
        }

        return changed;
    }

    protected override void Step(State state, IOperation operation, int block, bool isLast)
    {
        if (_yields.At(operation) is YieldPoint point)
        {
            foreach (KeyValuePair<string, Use> use in state.Uses.Where(static use => use.Value.Across is null).ToArray())
            {
                state.Uses[use.Key] = use.Value with { Across = point };
            }
        }

        if (ThreadMembers.KeyOf(operation, _places) is string key)
        {
            UseAgain(state, operation, key);
        }

        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IOperation target, Value: IOperation value } when VariableOf(target) is string variable:
                Keep(state, variable, value);
                break;
            case ILocalReferenceOperation { Local: ILocalSymbol local } when !IsTarget(operation) && state.Uses.TryGetValue("scratch " + NameOf(local), out Use? scratch):
                Tell(operation, scratch, isIdentity: false);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Compare(state, comparison.LeftOperand, comparison.RightOperand);
                Compare(state, comparison.RightOperand, comparison.LeftOperand);
                break;
            case IInvocationOperation { TargetMethod.Name: "Equals" or "ReferenceEquals" } call when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is IOperation left && call.Arguments.LastOrDefault()?.Value is IOperation right:
                Compare(state, left, right);
                Compare(state, right, left);
                break;
        }
    }

    private void UseAgain(State state, IOperation operation, string key)
    {
        bool isFilled = operation.Parent is IFlowCaptureOperation capture && _filled.Contains(capture.Id);
        Use use = new(operation, operation.Syntax.ToString(), Across: null, ThreadMembers.IsChange(operation));
        if (!isFilled && state.Uses.TryGetValue(key, out Use? before) && (before.IsChange || use.IsChange))
        {
            Tell(operation, before with { Name = use.Name }, isIdentity: false);
        }

        state.Uses[key] = use;
    }

    /// <summary>Remembers what a variable holds of the thread's.</summary>
    private void Keep(State state, string variable, IOperation value)
    {
        IOperation resolved = _places.Resolve(value);
        state.Uses.Remove("scratch " + variable);
        state.Uses.Remove("thread " + variable);
        if (ThreadMembers.KeyOf(resolved, _places) is not null && ThreadMembers.IsScratch(value.Type))
        {
            state.Uses["scratch " + variable] = new Use(resolved, resolved.Syntax.ToString(), Across: null, IsChange: true);
        }

        if (IdentityIn(resolved) is IOperation identity)
        {
            state.Uses["thread " + variable] = new Use(identity, identity.Syntax.ToString(), Across: null, IsChange: true);
        }
    }

    private void Compare(State state, IOperation kept, IOperation current)
    {
        if (VariableOf(_places.Resolve(kept)) is string variable && state.Uses.TryGetValue("thread " + variable, out Use? use) && IdentityIn(_places.Resolve(current)) is IOperation identity)
        {
            Tell(identity, use, isIdentity: true);
        }
    }

    private void Tell(IOperation operation, Use before, bool isIdentity)
    {
        if (IsSettled && before.Across is YieldPoint across)
        {
            _found[operation] = new ThreadUse(before.Name, before.Operation, across, operation, isIdentity);
        }
    }

    private IOperation? IdentityIn(IOperation operation) => operation.DescendantsAndSelf().FirstOrDefault(ThreadMembers.IsIdentity);

    private string? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: ILocalSymbol local } => NameOf(local),
        IFieldReferenceOperation or IPropertyReferenceOperation => _places.OfVariable(operation)?.Path,
        _ => null,
    };

    private static string NameOf(ILocalSymbol local) => $"{local.Name}@{local.Locations.FirstOrDefault()?.SourceSpan.Start}";

    private static bool IsTarget(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    /// <summary>The last use of each thing.</summary>
    internal sealed record State(Dictionary<string, Use> Uses);

    internal sealed record Use(IOperation Operation, string Name, YieldPoint? Across, bool IsChange);
}
