using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// What a method or type that is <c>unsafe</c> as a whole uses of it. <c>await</c> cannot stand in an unsafe context, so that the twin has
/// one only where it must: around a <c>fixed</c> statement.
/// </summary>
internal static class UnsafeContext
{
    /// <summary>Whether <paramref name="node"/> stands in a member or type that is unsafe.</summary>
    public static bool IsGivenTo(SyntaxNode node) => node.Ancestors().Any(static n => n is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword));

    /// <summary>Whether <paramref name="body"/> deals with pointers outside of all <c>unsafe</c> and <c>fixed</c> statements.</summary>
    public static bool IsNeededBy(SyntaxNode body, SemanticModel model)
    {
        foreach (SyntaxNode node in body.DescendantNodes(static n => n is not (UnsafeStatementSyntax or FixedStatementSyntax)))
        {
            switch (node)
            {
                case PointerTypeSyntax or FunctionPointerTypeSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression }:
                case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression }:
                case SizeOfExpressionSyntax { Type: not PredefinedTypeSyntax }:
                case ExpressionSyntax expression when model.GetTypeInfo(expression) is { Type: IPointerTypeSymbol or IFunctionPointerTypeSymbol } or { ConvertedType: IPointerTypeSymbol }:
                    return true;
            }
        }

        return false;
    }
}
