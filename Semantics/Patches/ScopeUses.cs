using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Patches;

/// <summary>Says where a call only opens a scope that a <c>using</c> closes: then what it returns may be of another type.</summary>
internal static class ScopeUses
{
    public static bool IsScope(ExpressionSyntax call) => call.Parent switch
    {
        UsingStatementSyntax @using => @using.Expression == call,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable } =>
            declaration.Type.IsVar && IsOfUsing(declaration) && !IsNamedElsewhere(variable),
        _ => false,
    };

    private static bool IsOfUsing(VariableDeclarationSyntax declaration) => declaration.Parent is
        UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    private static bool IsNamedElsewhere(VariableDeclaratorSyntax variable)
    {
        SyntaxNode? scope = variable.FirstAncestorOrSelf<UsingStatementSyntax>() as SyntaxNode ?? variable.FirstAncestorOrSelf<BlockSyntax>();
        return scope is null || scope.DescendantTokens().Any(t => t.ValueText == variable.Identifier.ValueText && t != variable.Identifier);
    }
}
