using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Says which variables can become objects, so that what refers to them may outlive a yield.</summary>
internal static class Promotion
{
    /// <summary>Whether a parameter is a reference in the twin, or can be moved into one where its body begins.</summary>
    public static bool IsPossible(IParameterSymbol parameter, IMethodSymbol? enclosing) =>
        parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out &&
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, enclosing) &&
        !parameter.Type.IsRefLikeType && !parameter.IsThis;

    /// <summary>Whether the declaration of <paramref name="local"/> can be written as that of a reference, and every use as that of its value.</summary>
    public static bool IsPossible(ILocalSymbol local, SemanticModel model)
    {
        if (local is { IsConst: true } or { RefKind: not RefKind.None } or { IsUsing: true } or { IsFixed: true } || local.Type.IsRefLikeType ||
            local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not { } declaration || BodyOf(declaration) is not { } body)
        {
            return false;
        }

        bool declared = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax or ForStatementSyntax, Type: not RefTypeSyntax } list } =>
                list.Variables.All(v => model.GetDeclaredSymbol(v) is ILocalSymbol sibling && IsNameable(sibling.Type)),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } } } => true,
            _ => false,
        };
        return declared && UsesAllow(local, declaration, body, model);
    }

    // A declaration that is jumped over would leave the reference unmade; a tree of expressions shows what it captures.
    private static bool UsesAllow(ILocalSymbol local, SyntaxNode declaration, SyntaxNode body, SemanticModel model)
    {
        SyntaxNode? section = declaration.FirstAncestorOrSelf<SwitchSectionSyntax>();
        SyntaxNode scope = declaration.Ancestors().FirstOrDefault(static n => n is BlockSyntax or SwitchStatementSyntax) ?? body;
        if (scope.DescendantNodes().Any(static n => n is LabeledStatementSyntax))
            return false;

        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != local.Name ||
                !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local))
            {
                continue;
            }

            if (section is not null && !section.Span.Contains(name.Span))
                return false;
            if (name.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } || IsInExpressionTree(name, declaration, model))
                return false;
        }

        return true;
    }

    private static bool IsInExpressionTree(SyntaxNode use, SyntaxNode declaration, SemanticModel model)
    {
        foreach (SyntaxNode node in use.Ancestors())
        {
            if (node.Span.Contains(declaration.Span))
                return false;
            if (node is LambdaExpressionSyntax && model.GetTypeInfo(node).ConvertedType is { Name: "Expression" })
                return true;
            if (node is QueryExpressionSyntax)
                return true;
        }

        return false;
    }

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration.Ancestors().LastOrDefault(static n =>
        n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax });

    private static bool IsNameable(ITypeSymbol type) => type is not (IErrorTypeSymbol or { IsAnonymousType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol);
}
