using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Flow;

/// <summary>A declaration that becomes a twin, and what there is to say about its body.</summary>
internal sealed record CoroutineBody(IMethodSymbol Method, SyntaxNode Declaration, CoroutineAnalysis Analysis, SemanticModel Model)
{
    /// <summary>Whether the twin has the body: or else it calls the original, and nothing in it yields.</summary>
    public bool IsRepeated => Analysis is { Refusal: null, IsKept: false };

    /// <summary>The kinds of nodes that <see cref="CoroutineBody"/> is to be made for.</summary>
    public static SyntaxKind[] Kinds { get; } =
    [
        SyntaxKind.MethodDeclaration,
        SyntaxKind.GetAccessorDeclaration,
        SyntaxKind.SetAccessorDeclaration,
        SyntaxKind.PropertyDeclaration,
        SyntaxKind.IndexerDeclaration,
        SyntaxKind.LocalFunctionStatement,
    ];

    /// <summary>The coroutine that is declared at the node; null where there is none.</summary>
    public static CoroutineBody? Of(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        // An arrow in place of all accessors is the getter.
        ISymbol? symbol = context.Node is LocalFunctionStatementSyntax local
            ? context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken)
            : context.ContainingSymbol is IPropertySymbol property && BodyDeclaration.Of(context.Node) is not null
                ? property.GetMethod
                : context.ContainingSymbol;
        return symbol is IMethodSymbol method ? Of(method, context.Node, context.SemanticModel, known, context.CancellationToken) : null;
    }

    /// <summary>The same for a method that is known already.</summary>
    public static CoroutineBody? Of(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, KnownTypes known, CancellationToken cancellationToken) =>
        known.IsCoroutine(method) && CoroutineShape.HasTwin(method, known, cancellationToken)
            ? new CoroutineBody(method, declaration, known.AnalyzeOnce(method, declaration, model, cancellationToken), model)
            : null;
}
