using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Delegates;

/// <summary>What a type does with a delegate that it keeps in a field or property.</summary>
internal static class MemberDelegate
{
    /// <summary>The coroutine that calls the delegate in <paramref name="member"/>, for which no twin takes its place; null when none of this file does.</summary>
    public static IMethodSymbol? CallerOf(ISymbol member, SyntaxNode place, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        if (place.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is not TypeDeclarationSyntax outermost)
        {
            return null;
        }

        foreach (SimpleNameSyntax name in outermost.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == member.Name && IsCalled(name)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, member)
                && CallerAround(name, model, cancellationToken) is IMethodSymbol caller && known.IsCoroutine(caller)
                && !NestedFunctions.IsHandedOn(name, model, known, cancellationToken))
            {
                return caller;
            }
        }

        return null;
    }

    private static bool IsCalled(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (whole.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure)
        {
            whole = sure;
        }

        return whole.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression == whole,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax } invoke => invoke.Expression == whole,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } } chain => chain.Expression == whole,
            _ => false,
        };
    }

    private static IMethodSymbol? CallerAround(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        ISymbol? symbol = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }
}
