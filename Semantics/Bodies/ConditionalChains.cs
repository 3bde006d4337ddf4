using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>How a <c>?.</c> chain is written out when one of its links is awaited.</summary>
internal enum ChainForm
{
    /// <summary>It cannot be: its links stay as they are.</summary>
    None,

    /// <summary><c>if (a is { } c) c.Read();</c></summary>
    Statement,

    /// <summary>The statement form in place of an expression body: <c>{ if (a is { } c) c.Read(); }</c></summary>
    Block,

    /// <summary><c>(a is { } c ? c.Read() : null)</c></summary>
    Value,

    /// <summary><c>(a is { } c &amp;&amp; c.Read())</c>, where null counts as false.</summary>
    And,

    /// <summary><c>(a is not { } c || c.Read())</c>, where null counts as true.</summary>
    Or,
}

/// <summary>Only a whole <c>?.</c> chain can be awaited, not one link of it: says how the chains of a body are written out.</summary>
internal sealed class ConditionalChains
{
    private readonly SemanticModel _model;
    private readonly Dictionary<ConditionalAccessExpressionSyntax, ChainForm> _forms = [];

    public ConditionalChains(SemanticModel model) => _model = model;

    /// <summary>Whether <paramref name="call"/> can be awaited as far as the chains are concerned that it is a link of.</summary>
    public bool CanAwait(ExpressionSyntax call)
    {
        for (ConditionalAccessExpressionSyntax? chain = ChainOf(call); chain is not null; chain = OuterOf(chain))
        {
            if (FormOf(chain) == ChainForm.None)
                return false;
        }

        return true;
    }

    public ChainForm FormOf(ConditionalAccessExpressionSyntax chain)
    {
        if (!_forms.TryGetValue(chain, out ChainForm form))
            _forms.Add(chain, form = Decide(chain));

        return form;
    }

    /// <summary>
    /// What stands for null where <paramref name="chain"/> is a value.
    /// </summary>
    public string NullOf(ConditionalAccessExpressionSyntax chain) =>
        _model.GetTypeInfo(chain).Type is { IsValueType: true } type ? $"default({type.ToMinimalDisplayString(_model, chain.SpanStart)})" : "null";

    /// <summary>
    /// The variable whose name stands for itself in the written-out chain: a copy of it would not be the same where a type
    /// parameter may be a struct.
    /// </summary>
    public string? VariableOf(ConditionalAccessExpressionSyntax chain) =>
        MayBeStruct(chain.Expression) && _model.GetSymbolInfo(chain.Expression).Symbol is ILocalSymbol or IParameterSymbol
            ? chain.Expression.ToString()
            : null;

    /// <summary>What is compared with, so that it goes when null counts as false or true: <c>?? false</c>.</summary>
    public static BinaryExpressionSyntax? DefaultOf(ConditionalAccessExpressionSyntax chain) =>
        chain.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == chain ? coalesce : null;

    /// <summary>The links of <paramref name="chain"/>'s own that could be calls, from the last to the first.</summary>
    public static IEnumerable<ExpressionSyntax> LinksOf(ConditionalAccessExpressionSyntax chain)
    {
        ExpressionSyntax? link = chain.WhenNotNull;
        if (link is ConditionalAccessExpressionSyntax inner)
            link = inner.Expression;
        for (; link is not null; link = CallSite.BeforeLast(link))
            yield return link;
    }

    /// <summary>The innermost chain that <paramref name="call"/> is a link of, or null.</summary>
    public static ConditionalAccessExpressionSyntax? ChainOf(ExpressionSyntax call) =>
        CallSite.BindingOf(call) is { } binding ? CallSite.OwnerOf(binding) : null;

    private static ConditionalAccessExpressionSyntax? OuterOf(ConditionalAccessExpressionSyntax chain) =>
        chain.Parent is ConditionalAccessExpressionSyntax outer && outer.WhenNotNull == chain ? outer : ChainOf(chain.Expression);

    private ChainForm Decide(ConditionalAccessExpressionSyntax chain)
    {
        if (MayBeStruct(chain.Expression) && VariableOf(chain) is null)
            return ChainForm.None;
        if (chain.Parent is ConditionalAccessExpressionSyntax outer && outer.WhenNotNull == chain)
            return InnerForm(chain, FormOf(outer));

        bool declares = Declares(chain);
        switch (chain.Parent)
        {
            case ExpressionStatementSyntax when !declares:
                return ChainForm.Statement;
            case ArrowExpressionClauseSyntax arrow when _model.GetDeclaredSymbol(arrow.Parent!) is IMethodSymbol { ReturnsVoid: true }:
                return SemicolonOf(arrow).IsKind(SyntaxKind.SemicolonToken) ? ChainForm.Block : ChainForm.None;
            case LambdaExpressionSyntax lambda when _model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true }:
                return ChainForm.Block;
            case ExpressionStatementSyntax or ForStatementSyntax:
                return ChainForm.None;
        }

        if (VariableOf(chain) is null && NullCountsAs(chain) is { } value)
            return value ? ChainForm.Or : ChainForm.And;
        return HasValueForm(chain) && !(declares && IsCompared(chain)) ? ChainForm.Value : ChainForm.None;
    }

    // A chain in a chain is written out like the whole, but for its own null.
    private ChainForm InnerForm(ConditionalAccessExpressionSyntax chain, ChainForm outer) => outer switch
    {
        ChainForm.None => ChainForm.None,
        ChainForm.Block => ChainForm.Statement,
        ChainForm.Statement or ChainForm.And or ChainForm.Or => VariableOf(chain) is null || outer == ChainForm.Statement ? outer : ChainForm.None,
        _ => HasValueForm(chain) ? ChainForm.Value : ChainForm.None,
    };

    private bool HasValueForm(ConditionalAccessExpressionSyntax chain) => _model.GetTypeInfo(chain).Type switch
    {
        null or { SpecialType: SpecialType.System_Void } or { TypeKind: TypeKind.Error } => false,
        { IsReferenceType: true } or { TypeKind: TypeKind.Dynamic } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => CanBeNamed(nullable),
        _ => false,
    };

    private bool MayBeStruct(ExpressionSyntax receiver) =>
        _model.GetTypeInfo(receiver).Type is ITypeParameterSymbol { IsReferenceType: false };

    /// <summary>False for <c>chain ?? false</c>, <c>chain == true</c>, <c>chain is true</c> and their likes; true for <c>chain ?? true</c>.</summary>
    private bool? NullCountsAs(ConditionalAccessExpressionSyntax chain)
    {
        if (_model.GetTypeInfo(chain).Type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] })
            return null;

        return chain.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Left == chain => ValueOf(coalesce.Right),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                when comparison.Left == chain && ValueOf(comparison.Right) == true => false,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } when ValueOf(constant.Expression) == true => false,
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } when ValueOf(constant.Expression) == true => false,
            _ => null,
        };
    }

    private static bool? ValueOf(ExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => true,
        SyntaxKind.FalseLiteralExpression => false,
        _ => null,
    };

    // What the compiler knows to be assigned after such a comparison of a chain, it does not know after one of a conditional.
    private static bool IsCompared(ConditionalAccessExpressionSyntax chain)
    {
        SyntaxNode? parent = chain.Parent;
        while (parent is ParenthesizedExpressionSyntax)
            parent = parent.Parent;
        return parent is IsPatternExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax;
    }

    private static bool Declares(ConditionalAccessExpressionSyntax chain) => chain.DescendantNodes().Any(static n =>
        n is SingleVariableDesignationSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword });

    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => false,
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(CanBeNamed) && (named.ContainingType is not { } outer || CanBeNamed(outer)),
        _ => true,
    };

    /// <summary>What ends the member that has <paramref name="arrow"/> for a body.</summary>
    public static SyntaxToken SemicolonOf(ArrowExpressionClauseSyntax arrow) => arrow.Parent switch
    {
        MethodDeclarationSyntax method => method.SemicolonToken,
        LocalFunctionStatementSyntax function => function.SemicolonToken,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
        _ => default,
    };
}
