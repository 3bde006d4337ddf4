using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Turns an argument that is passed by <c>ref</c> or <c>out</c> into an object that refers to the same variable.</summary>
internal sealed class ReferenceArguments
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly IMethodSymbol? _enclosing;

    public ReferenceArguments(SemanticModel model, KnownTypes known, IMethodSymbol? enclosing)
    {
        _model = model;
        _known = known;
        _enclosing = enclosing;
    }

    /// <summary>Null when no object could refer to it.</summary>
    public TwinArgument? TryMake(ArgumentSyntax argument, ITypeSymbol type)
    {
        if (_known.Ref is not { } factory || _known.RefOfT is not { } reference || !IsNameable(type))
            return null;

        string name = ScopedNames.Of(factory, _model, argument.SpanStart);
        ExpressionSyntax expression = WithoutSuffix(argument.Expression);
        if (expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax single } && _model.GetDeclaredSymbol(single) is ILocalSymbol { Type: var own })
            type = own;

        string create = $"{name}.New<{type.ToMinimalDisplayString(_model, argument.SpanStart)}>(";
        ITypeSymbol result = reference.Construct(type);
        if (expression is DeclarationExpressionSyntax declaration)
        {
            ImmutableArray<TextEdit> opening = [TextEdit.Insert(argument.RefKindKeyword.SpanStart, create)];
            ImmutableArray<TextEdit> closing = [TextEdit.Insert(argument.Span.End, ")")];
            if (!declaration.Type.IsVar)
                opening = opening.Add(new TextEdit(declaration.Type.SpanStart, declaration.Type.Span.Length, "var"));
            return declaration.Designation switch
            {
                DiscardDesignationSyntax => new TwinArgument([], [declaration], opening, closing, result),
                SingleVariableDesignationSyntax designation when _model.GetDeclaredSymbol(designation) is ILocalSymbol local && Promotion.IsPossible(local, _model) =>
                    new TwinArgument([local], [declaration], opening, closing, result),
                _ => null,
            };
        }

        if (expression is IdentifierNameSyntax { Identifier.ValueText: "_" } && _model.GetSymbolInfo(expression).Symbol is null or IDiscardSymbol)
            return new TwinArgument([], [], [TextEdit.Insert(argument.RefKindKeyword.SpanStart, create)], [TextEdit.Insert(argument.Span.End, ")")], result);

        if (TryReach(expression, name) is not { } place)
            return null;

        TextEdit keyword = new(argument.RefKindKeyword.SpanStart, expression.SpanStart - argument.RefKindKeyword.SpanStart, "");
        return place with { Opening = place.Opening.Insert(0, keyword), Type = result };
    }

    /// <summary>The same for the receiver of an extension method on <c>this ref</c>.</summary>
    public TwinArgument? TryMakeReceiver(ExpressionSyntax receiver, ITypeSymbol type) =>
        _known.Ref is { } factory && _known.RefOfT is { } reference && IsNameable(type) && TryReach(receiver, ScopedNames.Of(factory, _model, receiver.SpanStart)) is { } place
            ? place with { Type = reference.Construct(type) }
            : null;

    private TwinArgument? TryReach(ExpressionSyntax expression, string factory)
    {
        if (VariableOf(expression) is { } variable)
            return new TwinArgument([variable], [expression], [], [], _known.Ref!);

        // The longest tail of fields of structs hangs on a variable, an element, or the field of an object.
        ExpressionSyntax head = expression;
        while (head is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } tail &&
            _model.GetSymbolInfo(tail).Symbol is IFieldSymbol { IsStatic: false, ContainingType.IsValueType: true })
        {
            head = tail.Expression;
        }

        string place = ", static __o => ref __o.Target";
        switch (_model.GetSymbolInfo(head).Symbol)
        {
            case ILocalSymbol or IParameterSymbol when VariableOf(head) is { } owner:
                return Through([TextEdit.Insert(head.SpanStart, $"{factory}.To(")], [owner], [head], place);
            case IFieldSymbol { IsStatic: true, RefKind: RefKind.None, IsReadOnly: false }:
                return new TwinArgument([], [], [TextEdit.Insert(expression.SpanStart, $"{factory}.To(static () => ref ")], [TextEdit.Insert(expression.Span.End, ")")], _known.Ref!);
            case IFieldSymbol { RefKind: RefKind.None, IsReadOnly: false, ContainingType.IsReferenceType: true } when head is IdentifierNameSyntax:
                return new TwinArgument([], [], [TextEdit.Insert(expression.SpanStart, $"{factory}.To(this, static __o => ref __o.")], [TextEdit.Insert(expression.Span.End, ")")], _known.Ref!);
            case IFieldSymbol { RefKind: RefKind.None, IsReadOnly: false, ContainingType.IsReferenceType: true }
                when head is MemberAccessExpressionSyntax { Expression: var target } && target is not BaseExpressionSyntax && !CallSite.IsLinkOfConditionalChain(expression):
                int end = target.Span.End;
                return new TwinArgument(
                    [], [], [TextEdit.Insert(target.SpanStart, $"{factory}.To(")],
                    [new TextEdit(end, expression.Span.End - end, $", static __o => ref __o{TextFrom(end, expression)})")], _known.Ref!);
        }

        if (head is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: 0, NameColon: null } index] } element &&
            _model.GetTypeInfo(element.Expression).Type is IArrayTypeSymbol { Rank: 1 } && IsIndex(_model.GetTypeInfo(index.Expression).Type) &&
            !CallSite.IsLinkOfConditionalChain(element))
        {
            ImmutableArray<TextEdit> opening =
            [
                TextEdit.Insert(element.SpanStart, head == expression ? $"{factory}.At(" : $"{factory}.To({factory}.At("),
                new TextEdit(element.ArgumentList.OpenBracketToken.SpanStart, 1, ", "),
            ];
            SyntaxToken close = element.ArgumentList.CloseBracketToken;
            return new TwinArgument(
                [], [], opening,
                head == expression
                    ? [new TextEdit(close.SpanStart, 1, ")")]
                    : [new TextEdit(close.SpanStart, expression.Span.End - close.SpanStart, $"){place}{TextFrom(close.Span.End, expression)})")],
                _known.Ref!);
        }

        return null;

        TwinArgument? Through(ImmutableArray<TextEdit> opening, ImmutableArray<ISymbol> variables, ImmutableArray<SyntaxNode> asIs, string way) => head == expression
            ? null
            : new TwinArgument(
                variables, asIs, opening,
                [new TextEdit(head.Span.End, expression.Span.End - head.Span.End, $"{way}{TextFrom(head.Span.End, expression)})")], _known.Ref!);
    }

    /// <summary>The variable that <paramref name="expression"/> names, if it is a reference in the twin or can become one.</summary>
    private ISymbol? VariableOf(ExpressionSyntax expression) => expression is not IdentifierNameSyntax ? null : _model.GetSymbolInfo(expression).Symbol switch
    {
        IParameterSymbol parameter when Promotion.IsPossible(parameter, _enclosing) => parameter,
        ILocalSymbol local when Promotion.IsPossible(local, _model) => local,
        _ => null,
    };

    /// <summary>A <c>!</c> says something of null alone: it may follow the object as well as the variable.</summary>
    private static ExpressionSyntax WithoutSuffix(ExpressionSyntax expression)
    {
        while (expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suffixed)
            expression = suffixed.Operand;
        return expression;
    }

    private static string TextFrom(int position, ExpressionSyntax expression) => expression.ToString().Substring(position - expression.SpanStart);

    private static bool IsIndex(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char }
        || type is { Name: "Index", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsNameable(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        INamedTypeSymbol named => !named.IsAnonymousType && named.TypeArguments.All(IsNameable),
        _ => true,
    };
}
