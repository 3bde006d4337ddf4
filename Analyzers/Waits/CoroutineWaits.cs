using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Waits;

/// <summary>Where the body of a coroutine waits, and what it calls that blocks without being a wait.</summary>
internal sealed class CoroutineWaits
{
    private readonly ImmutableArray<(SyntaxNode Node, PatchedCall Call)> _waits;
    private readonly ImmutableArray<UnpatchedCall> _unpatched;

    private CoroutineWaits(SyntaxNode root, CoroutineAnalysis analysis)
    {
        _waits = [.. analysis.Patched
            .Where(static call => call.Patch.IsAwaited && call.Location.IsInSource)
            .Select(call => (Node: root.FindToken(call.Location.SourceSpan.Start).Parent!, Call: call))
            .OrderBy(static wait => wait.Node.SpanStart)];
        _unpatched = analysis.Unpatched;
    }

    /// <summary>The declarations that have the body of a coroutine.</summary>
    public static ImmutableArray<SyntaxKind> Declarations { get; } =
    [
        SyntaxKind.MethodDeclaration,
        SyntaxKind.GetAccessorDeclaration,
        SyntaxKind.SetAccessorDeclaration,
        SyntaxKind.PropertyDeclaration,
        SyntaxKind.IndexerDeclaration,
        SyntaxKind.LocalFunctionStatement,
    ];

    /// <summary>The coroutine whose body stands at the node of an action; null for what is none, or is a part of one.</summary>
    public static IMethodSymbol? CoroutineAt(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        ISymbol? symbol = context.Node is LocalFunctionStatementSyntax local
            ? context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken)
            : context.ContainingSymbol is IPropertySymbol property && BodyDeclaration.Of(context.Node) is not null
                ? property.GetMethod
                : context.ContainingSymbol;
        if (symbol is not IMethodSymbol method || !known.IsCoroutine(method))
        {
            return null;
        }

        for (ISymbol? around = method.ContainingSymbol; around is IMethodSymbol outer; around = outer.ContainingSymbol)
        {
            if (known.IsCoroutine(outer))
            {
                return null;
            }
        }

        return method;
    }

    /// <summary>Null where the twin of <paramref name="method"/> does not wait at all.</summary>
    public static CoroutineWaits? Of(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        if (!CoroutineShape.HasTwin(method, known, cancellationToken))
        {
            return null;
        }

        CoroutineAnalysis analysis = known.AnalyzeOnce(method, declaration, model, cancellationToken);
        return analysis is { Refusal: null, IsKept: false } ? new CoroutineWaits(declaration.SyntaxTree.GetRoot(cancellationToken), analysis) : null;
    }

    /// <summary>Whether <paramref name="part"/> of the body waits, in whatever function.</summary>
    public bool Any(SyntaxNode part) => _waits.Any(wait => part.Span.Contains(wait.Node.SpanStart));

    /// <summary>Whether <paramref name="part"/> of the body has a call that blocks its thread, which has a rule of its own.</summary>
    public bool AnyUnpatched(SyntaxNode part) => _unpatched.Any(call => part.Span.Contains(call.Location.SourceSpan));

    /// <summary>The waits in <paramref name="part"/> of the body, except those of functions inside it.</summary>
    public IEnumerable<(SyntaxNode Node, PatchedCall Call)> In(SyntaxNode part)
    {
        SyntaxNode? function = FunctionAround(part);
        return _waits.Where(wait => part.Span.Contains(wait.Node.SpanStart) && FunctionAround(wait.Node) == function);
    }

    /// <summary>The function inside a body that a node stands in.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
}
