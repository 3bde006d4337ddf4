using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Lets facts travel with the values: from the parts of an operation to the whole, and on into variables.</summary>
internal static class ValueFlow
{
    /// <summary>The facts of the value that an operation yields, from those of its parts.</summary>
    public static ImmutableHashSet<Fact> FromParts(Facts state, IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                return state[assignment.Value];
            case ILocalReferenceOperation local:
                return state[local.Local];
            case IParameterReferenceOperation parameter:
                return state[parameter.Parameter];
            case IFlowCaptureReferenceOperation reference:
                return state[reference.Id];
            case IFlowAnonymousFunctionOperation:
                return [];
            case IFlowCaptureOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IArgumentOperation:
                return Union(state, operation);
            case IArrayElementReferenceOperation or IMemberReferenceOperation:
                return Facts.Change(Union(state, operation), static fact => fact.IsThroughArgument ? null : fact with { IsCopy = false });
            case IObjectCreationOperation:
                return Facts.Change(Union(state, operation), static fact => fact with { IsCopy = false, IsThroughArgument = true });
            case IInvocationOperation call:
                ImmutableHashSet<Fact> received = call.Instance is IOperation instance ? state[instance] : [];
                ImmutableHashSet<Fact> given = Union(state, operation).Except(received);
                return [.. received.Select(static fact => fact with { IsCopy = false }), .. given.Select(static fact => fact with { IsCopy = false, IsThroughArgument = true })];
            default:
                return Facts.Change(Union(state, operation), static fact => fact with { IsCopy = false });
        }
    }

    private static ImmutableHashSet<Fact> Union(Facts state, IOperation operation)
    {
        ImmutableHashSet<Fact> facts = [];
        foreach (IOperation part in operation.ChildOperations)
        {
            facts = facts.IsEmpty ? state[part] : facts.Union(state[part]);
        }

        return facts;
    }

    /// <summary>Hands the facts on to the variables that the value goes to.</summary>
    public static void Carry(Facts state, IOperation operation, ImmutableHashSet<Fact> facts)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                state[capture.Id] = facts;
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                Set(target.Local, facts);
                break;
            case ISimpleAssignmentOperation { Target: IParameterReferenceOperation target }:
                Set(target.Parameter, facts);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target }:
                Set(target.Local, facts);
                break;
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }:
                Set(target.Local, facts);
                break;
            case IDeconstructionAssignmentOperation { Target: IOperation tuple }:
                foreach (ILocalReferenceOperation target in tuple.DescendantsAndSelf().OfType<ILocalReferenceOperation>())
                {
                    Set(target.Local, facts);
                }

                break;
            case IIsPatternOperation pattern:
                foreach (ISymbol declared in pattern.Pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<ISymbol>())
                {
                    Set(declared, facts);
                }

                break;
            case IInvocationOperation call:
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
                        && argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault() is ILocalReferenceOperation target)
                    {
                        Set(target.Local, facts);
                    }
                }

                break;
        }

        // What a place is written with means another place from now on.
        void Set(ISymbol variable, ImmutableHashSet<Fact> value)
        {
            state.Change(fact => fact.Place.Locals.Contains(variable, SymbolEqualityComparer.Default) ? null : fact);
            state[variable] = value;
        }
    }

    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };
}
