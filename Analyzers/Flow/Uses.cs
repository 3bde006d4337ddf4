using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells what each operation of a body does to the places that others see.</summary>
internal sealed class Uses
{
    private readonly Places _places;
    private readonly HashSet<CaptureId> _targets;

    public Uses(BodyGraph body, Places places)
    {
        _places = places;
        _targets = [.. body.Steps.SelectMany(static steps => steps).OfType<ISimpleAssignmentOperation>().Select(static a => a.Target).OfType<IFlowCaptureReferenceOperation>().Select(static c => c.Id)];
    }

    /// <summary>A change of a place.</summary>
    /// <param name="Kind">How it is changed.</param>
    /// <param name="Place">What is changed.</param>
    /// <param name="Value">What the new value is made of; null where nothing is known of it.</param>
    /// <param name="Target">What names the place.</param>
    public readonly record struct Write(WriteKind Kind, Place Place, IOperation? Value, IOperation Target);

    /// <summary>What <paramref name="operation"/> reads; null for what reads nothing that others see.</summary>
    public Place? ReadBy(IOperation operation)
    {
        switch (operation)
        {
            // A target that was captured is read where it is used as a value.
            case IFlowCaptureReferenceOperation reference when _targets.Contains(reference.Id):
                return IsTarget(reference) ? null : Of(_places.Resolve(reference));
            case IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation:
                return IsTarget(operation) || operation.Parent is IFlowCaptureOperation capture && _targets.Contains(capture.Id) ? null : Of(operation);
            case IInvocationOperation call when AtomicTarget(call) is IOperation target:
                return call.TargetMethod.Name == "Read" ? _places.OfVariable(target) : null;
            case IInvocationOperation:
                return Of(operation);
            default:
                return null;
        }

        Place? Of(IOperation read) => CollectionMembers.Of(read) is { Kind: CollectionUse.Look } look ? _places.OfContents(look.Collection, look.Key) : _places.OfVariable(read);
    }

    /// <summary>What <paramref name="operation"/> changes.</summary>
    public IEnumerable<Write> WritesOf(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return To(assignment.Target, assignment.Value, WriteKind.Set);
            case ICompoundAssignmentOperation compound:
                return To(compound.Target, compound, WriteKind.Change);
            case IIncrementOrDecrementOperation step:
                return To(step.Target, step, WriteKind.Change);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } deconstruction:
                return tuple.Elements.SelectMany(element => To(element, deconstruction.Value, WriteKind.Change));
            case IInvocationOperation call when AtomicTarget(call) is IOperation target:
                return call.TargetMethod.Name switch
                {
                    "Write" => To(target, call.Arguments.Last().Value, WriteKind.Set),
                    "Increment" or "Decrement" or "Add" or "And" or "Or" => To(target, null, WriteKind.Change),
                    "CompareExchange" or "Exchange" => To(target, null, WriteKind.Claim),
                    _ => [],
                };
            case IInvocationOperation call:
                return OfCall(call);
            default:
                return [];
        }
    }

    private IEnumerable<Write> OfCall(IInvocationOperation call)
    {
        if (CollectionMembers.Of(call) is { Kind: not CollectionUse.Look } use && _places.OfChange(use.Collection, use.Key) is Place contents)
        {
            WriteKind kind = use.Kind switch
            {
                CollectionUse.Claim => WriteKind.Claim,
                CollectionUse.Take => WriteKind.Take,
                CollectionUse.Release => WriteKind.Release,
                _ => WriteKind.Change,
            };
            yield return new Write(kind, contents, call.Arguments.LastOrDefault()?.Value, call);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && _places.OfVariable(argument.Value) is Place place)
            {
                // Whoever is given a reference may do with it what he likes.
                yield return new Write(argument.Parameter.RefKind == RefKind.Out ? WriteKind.Change : WriteKind.Take, place, null, argument.Value);
            }
        }
    }

    private IEnumerable<Write> To(IOperation target, IOperation? value, WriteKind kind)
    {
        IOperation resolved = _places.Resolve(target);
        Place? place = CollectionMembers.Of(resolved) is { } use ? _places.OfChange(use.Collection, use.Key) : _places.OfVariable(resolved);
        return place is null ? [] : ImmutableArray.Create(new Write(kind, place, value, target));
    }

    private static IOperation? AtomicTarget(IInvocationOperation call) =>
        call is { TargetMethod.ContainingType: { Name: "Interlocked" or "Volatile", ContainingNamespace.Name: "Threading" }, Arguments: [{ Value: IOperation target }, ..] } ? target : null;

    private static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == operation,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        _ => false,
    };
}

internal enum WriteKind
{
    /// <summary>It has another value now.</summary>
    Set,

    /// <summary>It has a value that is made of the old one, or more or less in it.</summary>
    Change,

    /// <summary>It was looked at and changed in one: who has it from then on is settled.</summary>
    Claim,

    /// <summary>It was looked at and changed in one.</summary>
    Take,

    /// <summary>What was claimed is given up.</summary>
    Release,
}
