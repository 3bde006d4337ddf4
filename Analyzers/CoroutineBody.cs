using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Finds the coroutine whose body a node declares.</summary>
internal static class CoroutineBody
{
    /// <summary>What can declare the body of a coroutine.</summary>
    public static ImmutableArray<SyntaxKind> Kinds { get; } =
    [
        SyntaxKind.MethodDeclaration,
        SyntaxKind.GetAccessorDeclaration,
        SyntaxKind.SetAccessorDeclaration,
        SyntaxKind.PropertyDeclaration,
        SyntaxKind.IndexerDeclaration,
        SyntaxKind.LocalFunctionStatement,
    ];

    /// <summary>The coroutine that the node of <paramref name="context"/> declares, if it has a twin that the generator writes.</summary>
    public static IMethodSymbol? Of(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        // An arrow in place of all accessors is the getter.
        ISymbol? symbol = context.Node is LocalFunctionStatementSyntax local
            ? context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken)
            : context.ContainingSymbol is IPropertySymbol property && BodyDeclaration.Of(context.Node) is not null
                ? property.GetMethod
                : context.ContainingSymbol;
        return symbol is IMethodSymbol method && known.IsCoroutine(method) && CoroutineShape.HasTwin(method, known, context.CancellationToken) ? method : null;
    }

    /// <summary>Whether it is a tagged local function of a coroutine, which is looked at with that.</summary>
    public static bool IsPartOfAnother(IMethodSymbol coroutine, ISymbol? containing, KnownTypes known) =>
        coroutine.MethodKind == MethodKind.LocalFunction && containing is IMethodSymbol outer && known.IsCoroutine(outer);
}
