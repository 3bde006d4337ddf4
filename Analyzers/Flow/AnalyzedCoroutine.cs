using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Flow;

/// <summary>A declaration that becomes a twin, and what there is to say about its body.</summary>
internal sealed record AnalyzedCoroutine(IMethodSymbol Method, SyntaxNode Declaration, CoroutineAnalysis Analysis, SemanticModel Model)
{
    /// <summary>Whether the twin has the body: or else it calls the original, and nothing in it yields.</summary>
    public bool IsRepeated => Analysis is { Refusal: null, IsKept: false };

    /// <summary>The coroutine that is declared at the node; null where there is none.</summary>
    public static AnalyzedCoroutine? Of(SyntaxNodeAnalysisContext context, KnownTypes known) =>
        CoroutineBody.Of(context, known) is IMethodSymbol method ? Of(method, context.Node, context.SemanticModel, known, context.CancellationToken) : null;

    /// <summary>The same for a method that is known already.</summary>
    public static AnalyzedCoroutine? Of(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, KnownTypes known, CancellationToken cancellationToken) =>
        known.IsCoroutine(method) && CoroutineShape.HasTwin(method, known, cancellationToken)
            ? new AnalyzedCoroutine(method, declaration, known.AnalyzeOnce(method, declaration, model, cancellationToken), model)
            : null;
}
