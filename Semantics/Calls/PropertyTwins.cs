using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>Decides what becomes of a tagged property or indexer where it is used.</summary>
internal sealed class PropertyTwins
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;

    public PropertyTwins(SemanticModel model, KnownTypes known)
    {
        _model = model;
        _known = known;
    }

    /// <summary>Null for a property without twins.</summary>
    public CallVerdict? ResolveUse(IPropertyReferenceOperation property, CancellationToken cancellationToken)
    {
        if (property.Syntax is not ExpressionSyntax syntax || !IsTagged(property.Property))
            return null;

        switch (PropertyUses.Of(syntax, _model))
        {
            case PropertyUse.Written:
                return CallVerdict.Harmless.Instance;
            case PropertyUse.InPlace:
                return Getter(property.Property, IsOnBase(syntax), cancellationToken) is null && Setter(property.Property, IsOnBase(syntax), cancellationToken) is null
                    ? CallVerdict.Harmless.Instance
                    : new CallVerdict.Unpatched(UnpatchedReason.PropertyInPlace, "", KnownToBlock: true);
            default:
                return Getter(property.Property, IsOnBase(syntax), cancellationToken) is { } getter ? Read(property, syntax, getter, cancellationToken) : null;
        }
    }

    /// <summary>Null for an assignment to anything else.</summary>
    public CallVerdict? ResolveWrite(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        if (assignment is not { Target: IPropertyReferenceOperation property, Syntax: AssignmentExpressionSyntax syntax } || !IsTagged(property.Property) ||
            PropertyUses.Of(syntax.Left, _model) != PropertyUse.Written || Setter(property.Property, IsOnBase(syntax.Left), cancellationToken) is not { } setter)
        {
            return null;
        }

        // The struct would be copied while the value is awaited.
        if (property.Instance is { Type.IsReferenceType: false } || property.Arguments.Any(static a => a.ArgumentKind != ArgumentKind.Explicit))
            return new CallVerdict.Unpatched(UnpatchedReason.PropertyInPlace, "", KnownToBlock: true);

        string name = CoroutineShape.TwinNameOf(setter, _known);
        if (Obstacle(syntax.Left, property, setter, name, property.Arguments.Length + 1, cancellationToken) is { } obstacle)
            return obstacle;

        ImmutableArray<TextEdit> edits = syntax.Left is ElementAccessExpressionSyntax element
            ?
            [
                Replace(element.ArgumentList.OpenBracketToken.SpanStart, element.ArgumentList.OpenBracketToken.Span.End, $".{name}("),
                Replace(element.ArgumentList.CloseBracketToken.SpanStart, syntax.Right.SpanStart, ", value: "),
                TextEdit.Insert(syntax.Right.Span.End, ")"),
            ]
            :
            [
                Replace(CallSite.NameOf(syntax.Left)!.SpanStart, syntax.Right.SpanStart, Rivals.QualifierOf(_model, CallSite.NameOf(syntax.Left)!, property.Property, name) + name + "("),
                TextEdit.Insert(syntax.Right.Span.End, ")"),
            ];
        return new CallVerdict.Patched(new CallPatch(TwinOrigin.Coroutine, syntax, NameOf(setter, name), null, [], edits));
    }

    /// <summary>The verdict on what changes a property in place; null where the property cannot be read and written by calls.</summary>
    public CallVerdict? ResolveChange(IOperation operation, CancellationToken cancellationToken)
    {
        if (PropertyChange.Of(operation, _model) is not { Property: var property, Place: var place } change || !IsTagged(property.Property) ||
            Getter(property.Property, IsOnBase(place), cancellationToken) is not { } getter || Setter(property.Property, IsOnBase(place), cancellationToken) is not { } setter)
        {
            return null;
        }

        string reader = CoroutineShape.TwinNameOf(getter, _known);
        string writer = CoroutineShape.TwinNameOf(setter, _known);
        int count = property.Arguments.Length;
        return Obstacle(place, property, getter, reader, count, cancellationToken) is null && Obstacle(place, property, setter, writer, count + 1, cancellationToken) is null && !Signatures.IsCovariant(getter)
            ? new CallVerdict.Patched(new CallPatch(TwinOrigin.Coroutine, change.Syntax, NameOf(setter, writer), null, change.Opening, change.Edits(reader, writer, _model)))
            : null;
    }

    /// <summary>Whether a pattern or initializer that names <paramref name="property"/> blocks.</summary>
    public bool Blocks(IPropertySymbol property, CancellationToken cancellationToken) =>
        IsTagged(property) && (Getter(property, isOnBase: false, cancellationToken) ?? Setter(property, isOnBase: false, cancellationToken)) is not null;

    private CallVerdict? Read(IPropertyReferenceOperation property, ExpressionSyntax syntax, IMethodSymbol getter, CancellationToken cancellationToken)
    {
        string name = CoroutineShape.TwinNameOf(getter, _known);
        if (Obstacle(syntax, property, getter, name, property.Arguments.Length, cancellationToken) is { } obstacle)
            return obstacle;

        ImmutableArray<TextEdit> edits;
        BracketedArgumentListSyntax? index = (syntax as ElementAccessExpressionSyntax)?.ArgumentList ?? (syntax as ElementBindingExpressionSyntax)?.ArgumentList;
        switch (index)
        {
            case not null:
                edits =
                [
                    Replace(index.OpenBracketToken.SpanStart, index.OpenBracketToken.Span.End, $".{name}("),
                    Replace(index.CloseBracketToken.SpanStart, index.CloseBracketToken.Span.End, ")"),
                ];
                break;
            case null when CallSite.NameOf(syntax) is { } identifier:
                edits = [Replace(identifier.SpanStart, identifier.Span.End, Rivals.QualifierOf(_model, identifier, property.Property, name) + name + "()")];
                break;
            default:
                return new CallVerdict.Unpatched(UnpatchedReason.PropertyInPlace, "", KnownToBlock: true);
        }

        return new CallVerdict.Patched(new CallPatch(TwinOrigin.Coroutine, syntax, NameOf(getter, name), null, [], edits)
        {
            Cast = Signatures.IsCovariant(getter) ? property.Property.Type.ToMinimalDisplayString(_model, syntax.SpanStart) : null,
            Label = LabelOf(syntax),
        });
    }

    private CallVerdict? Obstacle(
        ExpressionSyntax syntax, IPropertyReferenceOperation property, IMethodSymbol accessor, string name, int count, CancellationToken cancellationToken)
    {
        if (IsOnBase(syntax) && BaseCalls.AccessorComesBack(accessor, _known, cancellationToken))
            return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"the twin of '{accessor.ContainingType.Name}.{property.Property.Name}' calls the override back", KnownToBlock: true);

        ITypeSymbol container = property.Instance?.Type ?? property.Property.ContainingType;
        return Rivals.Find(_model, _known, syntax.SpanStart, container, name, count) is { } rival
            ? new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'{rival.ContainingType.Name}.{name}' could be bound in its place", KnownToBlock: true)
            : null;
    }

    private bool IsTagged(IPropertySymbol property)
    {
        for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
        {
            if (_known.IsCoroutine(current) || Is(current.GetMethod) || Is(current.SetMethod))
                return true;
        }

        return false;

        bool Is(IMethodSymbol? accessor) => accessor is not null && _known.IsCoroutine(accessor);
    }

    private IMethodSymbol? Getter(IPropertySymbol property, bool isOnBase, CancellationToken cancellationToken) =>
        Twinned(property, static p => p.GetMethod, isOnBase, cancellationToken);

    // To a property of a type that is not there anything may be assigned, but nothing may be given to a parameter of it.
    private IMethodSymbol? Setter(IPropertySymbol property, bool isOnBase, CancellationToken cancellationToken) =>
        property.Type is IErrorTypeSymbol ? null : Twinned(property, static p => p.SetMethod, isOnBase, cancellationToken);

    // The nearest override that has the accessor at all is the one that is called by way of base.
    private IMethodSymbol? Twinned(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessorOf, bool isOnBase, CancellationToken cancellationToken)
    {
        for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
        {
            if (accessorOf(current) is not { } accessor)
                continue;
            if (CoroutineShape.FormOf(accessor, _known, cancellationToken) == TwinForm.Coroutine)
                return accessor;
            if (isOnBase)
                return null;
        }

        return null;
    }

    // What gives its name to an element of a tuple or an anonymous object gives it no more as a call.
    internal static string LabelOf(ExpressionSyntax syntax)
    {
        string? name = CallSite.NameOf(syntax)?.Identifier.Text;
        switch (syntax.Parent)
        {
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } when name is not null:
                return name + " = ";
            case ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } argument when name is not null &&
                tuple.Arguments.All(a => a == argument || (a.NameColon?.Name.Identifier.Text ?? CallSite.NameOf(a.Expression)?.Identifier.Text) != name) &&
                name is not ("Rest" or "ToString" or "GetHashCode" or "Equals" or "CompareTo") && !name.StartsWith("Item", StringComparison.Ordinal):
                return name + ": ";
            default:
                return "";
        }
    }

    private static bool IsOnBase(ExpressionSyntax syntax) => syntax is
        MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } or ElementAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    private static string NameOf(IMethodSymbol accessor, string name) => $"{accessor.ContainingType.Name}.{name}";

    private static TextEdit Replace(int start, int end, string text) => new(start, end - start, text);
}
