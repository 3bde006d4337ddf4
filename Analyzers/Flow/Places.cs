using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells which place an operation of a body means.</summary>
internal sealed class Places
{
    private readonly Dictionary<CaptureId, IOperation?> _captured = [];
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);
    private readonly ISet<ISymbol> _shared;

    /// <param name="body">The body.</param>
    /// <param name="shared">The variables that other fibers see, too.</param>
    public Places(BodyGraph body, ISet<ISymbol> shared)
    {
        _shared = shared;
        foreach (IOperation step in body.Steps.SelectMany(static steps => steps))
        {
            switch (step)
            {
                case IFlowCaptureOperation capture:
                    _captured[capture.Id] = _captured.ContainsKey(capture.Id) ? null : capture.Value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment:
                    AddValue(local.Local, assignment.Value);
                    break;
                case ILocalReferenceOperation local when IsChangedInPlace(local):
                    AddValue(local.Local, null);
                    break;
            }
        }
    }

    /// <summary>The field, property or variable; null for what nobody else sees.</summary>
    public Place? OfVariable(IOperation operation)
    {
        IOperation resolved = Resolve(operation);
        Place? place = resolved switch
        {
            IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false } } or IPropertyReferenceOperation { Arguments.IsEmpty: true, Property.SetMethod.IsInitOnly: false } => PathOf(resolved),
            ILocalReferenceOperation { Local: ILocalSymbol local } => _shared.Contains(local) ? OfShared(local) : null,
            IParameterReferenceOperation { Parameter: IParameterSymbol parameter } => _shared.Contains(parameter) ? OfShared(parameter) : null,
            IArrayElementReferenceOperation { Indices: [IOperation index] } element => PathOf(element.ArrayReference) is Place array && KeyOf(index) is (string key, ImmutableArray<ISymbol> locals)
                ? array with { Element = key, Locals = array.Locals.AddRange(locals) }
                : null,
            _ => null,
        };
        return place is null ? null : place with { Name = NameOf(resolved) };
    }

    /// <summary>What <paramref name="collection"/> holds, at <paramref name="key"/> or as a whole; null for what nobody else sees, or cannot be told from other elements.</summary>
    public Place? OfContents(IOperation collection, IOperation? key) => OfContents(collection, key, elsewhere: null);

    /// <summary>The same of what changes: what cannot be told from other elements is none of those that are looked at.</summary>
    public Place? OfChange(IOperation collection, IOperation? key) => OfContents(collection, key, elsewhere: "?");

    private Place? OfContents(IOperation collection, IOperation? key, string? elsewhere)
    {
        if (PathOf(collection) is not Place place)
        {
            return null;
        }

        place = place with { Name = NameOf(Resolve(collection)) };
        return key is null ? place with { Element = Place.Whole }
            : KeyOf(key) is (string element, ImmutableArray<ISymbol> locals) ? place with { Element = element, Locals = place.Locals.AddRange(locals) }
            : elsewhere is not null ? place with { Element = elsewhere }
            : null;
    }

    /// <summary>The only value that a local ever has; null where there are several.</summary>
    public IOperation? OnlyValueOf(ILocalSymbol local) => _values.TryGetValue(local, out List<IOperation?>? values) && values is [IOperation single] ? single : null;

    /// <summary>What a captured value, a conversion or a parenthesis stands for.</summary>
    public IOperation Resolve(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation reference when _captured.TryGetValue(reference.Id, out IOperation? value) && value is not null => Resolve(value),
        IConversionOperation { OperatorMethod: null } conversion => Resolve(conversion.Operand),
        IParenthesizedOperation parenthesized => Resolve(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>How an object is reached; null where it is not by names alone, or is one of this body's own.</summary>
    public Place? PathOf(IOperation operation)
    {
        IOperation resolved = Resolve(operation);
        return resolved switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { IsReferenceType: true } type } => new Place("this", PlaceRoot.This, type, []),
            IFieldReferenceOperation { Field: IFieldSymbol field } reference => OfMember(field, reference.Instance),
            IPropertyReferenceOperation { Property: IPropertySymbol property, Arguments.IsEmpty: true } reference when IsAutomatic(property) => OfMember(property, reference.Instance),
            ILocalReferenceOperation { Local: ILocalSymbol local } => OfLocal(local),
            IParameterReferenceOperation { Parameter: { Type.IsReferenceType: true } parameter } => OfReference(parameter),
            _ => null,
        };
    }

    private static Place OfShared(ISymbol variable) => new($"{variable.Name}@{PositionOf(variable)}", PlaceRoot.Captured, variable, []);

    private static Place OfReference(ISymbol variable) => new($"{variable.Name}@{PositionOf(variable)}", PlaceRoot.Reference, variable, [variable]);

    private Place? OfMember(ISymbol member, IOperation? instance)
    {
        string name = $"{member.ContainingType.MetadataName}.{member.Name}";
        if (member.IsStatic)
        {
            return member is IFieldSymbol field && ThreadMembers.IsThreadStatic(field) ? null : new Place(name, PlaceRoot.Static, member, []);
        }

        return instance is not null && PathOf(instance) is Place owner ? owner with { Path = $"{owner.Path}/{name}", Member = member } : null;
    }

    private Place? OfLocal(ILocalSymbol local)
    {
        if (_shared.Contains(local))
        {
            return OfShared(local);
        }

        // An object that was made here has not been shown to anybody, as far as is known.
        if (!local.Type.IsReferenceType || !_values.TryGetValue(local, out List<IOperation?>? values) || values.Any(IsNew))
        {
            return null;
        }

        return values is [IOperation single] && Resolve(single) is IFieldReferenceOperation or IPropertyReferenceOperation && PathOf(single) is Place path ? path : OfReference(local);
    }

    private bool IsNew(IOperation? value) => value is not null && Resolve(value) is
        IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation or IWithOperation or ITypeParameterObjectCreationOperation;

    /// <summary>A key that means the same element wherever it is written; null for one that may not.</summary>
    private (string Key, ImmutableArray<ISymbol> Locals)? KeyOf(IOperation key)
    {
        IOperation resolved = Resolve(key);
        if (resolved.ConstantValue is { HasValue: true, Value: object constant })
        {
            return ($"'{constant}'", []);
        }

        switch (resolved)
        {
            case ILocalReferenceOperation { Local: ILocalSymbol local }:
                return ($"{local.Name}@{PositionOf(local)}", [local]);
            case IParameterReferenceOperation { Parameter: IParameterSymbol parameter }:
                return ($"{parameter.Name}@{PositionOf(parameter)}", [parameter]);
            case IInstanceReferenceOperation:
                return ("this", []);
            case IFieldReferenceOperation { Field: IFieldSymbol field } reference:
                return OfPart(field, reference.Instance);
            case IPropertyReferenceOperation { Property: IPropertySymbol property, Arguments.IsEmpty: true } reference:
                return OfPart(property, reference.Instance);
            default:
                return null;
        }

        (string, ImmutableArray<ISymbol>)? OfPart(ISymbol part, IOperation? instance) =>
            instance is null ? ($"{part.ContainingType.MetadataName}.{part.Name}", [])
                : KeyOf(instance) is (string owner, ImmutableArray<ISymbol> locals) ? ($"{owner}/{part.Name}", locals)
                : null;
    }

    /// <summary>Whether <paramref name="property"/> is but a field by another name. Of one in another assembly that cannot be seen.</summary>
    private static bool IsAutomatic(IPropertySymbol property) =>
        property is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        && property.OriginalDefinition.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));

    private static bool IsChangedInPlace(ILocalReferenceOperation local) => local.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ICompoundAssignmentOperation compound => compound.Target == local,
        IIncrementOrDecrementOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        IDeclarationExpressionOperation => true,
        _ => false,
    };

    private static int PositionOf(ISymbol variable) => variable.Locations.FirstOrDefault()?.SourceSpan.Start ?? -1;

    private static string NameOf(IOperation operation)
    {
        string text = operation.Syntax.ToString();
        return text.Length <= 40 && text.IndexOf('\n') < 0 ? text : operation switch
        {
            IMemberReferenceOperation reference => reference.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => "…",
        };
    }

    private void AddValue(ISymbol local, IOperation? value)
    {
        if (!_values.TryGetValue(local, out List<IOperation?>? values))
        {
            _values.Add(local, values = []);
        }

        values.Add(value);
    }
}
