using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Patches;

/// <summary>Says where a call only opens a scope that a <c>using</c> closes: then what it returns may be of another type.</summary>
internal static class ScopeUses
{
    public static bool IsScope(ExpressionSyntax call, SemanticModel model) => call.Parent switch
    {
        UsingStatementSyntax @using => @using.Expression == call,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable } =>
            IsVar(declaration.Type, call, model) && IsOfUsing(declaration) && !IsNamedElsewhere(variable),
        _ => false,
    };

    /// <summary>Whether <paramref name="type"/> is <c>var</c>, or could be.</summary>
    private static bool IsVar(TypeSyntax type, ExpressionSyntax value, SemanticModel model) =>
        type.IsVar || (type is not (RefTypeSyntax or ScopedTypeSyntax) && Signatures.AreEqual(model.GetTypeInfo(type).Type, model.GetTypeInfo(value).Type));

    private static bool IsOfUsing(VariableDeclarationSyntax declaration) => declaration.Parent is
        UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    private static bool IsNamedElsewhere(VariableDeclaratorSyntax variable)
    {
        SyntaxNode? scope = variable.FirstAncestorOrSelf<UsingStatementSyntax>() as SyntaxNode ?? variable.FirstAncestorOrSelf<BlockSyntax>();
        return scope is null || scope.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == variable.Identifier.ValueText && t != variable.Identifier);
    }
}
