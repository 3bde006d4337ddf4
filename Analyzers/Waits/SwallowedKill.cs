using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Waits;

/// <summary>A clause after which a fiber that was killed goes on.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="At">A wait at which the kill may be thrown.</param>
/// <param name="Next">Where the fiber waits next.</param>
internal sealed record SwallowedKill(CatchClauseSyntax Clause, PatchedCall At, PatchedCall Next)
{
    /// <summary>The clauses in the body of a coroutine of which that is certain.</summary>
    public static IEnumerable<SwallowedKill> In(IMethodSymbol method, SyntaxNode body, CoroutineWaits waits, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        KillCatcher catcher = new(model, known, cancellationToken);
        PathAfter path = new(waits, model);
        foreach (TryStatementSyntax attempt in body.DescendantNodes().OfType<TryStatementSyntax>())
        {
            // What is done to clean up may fail in any way.
            if (attempt.Catches.Count > 0
                && !attempt.Ancestors().TakeWhile(outer => outer != body).Any(static outer => outer is FinallyClauseSyntax or CatchClauseSyntax)
                && catcher.ClauseOf(attempt, out _) is CatchClauseSyntax clause
                && KillIn(attempt, waits, catcher) is PatchedCall at
                && (NextAfter(attempt, clause, path, model) ?? NextOfCaller(method, attempt, clause, model, known, cancellationToken)) is PatchedCall next
                && !DecidesWhatFollows(clause, body, model, cancellationToken))
            {
                yield return new SwallowedKill(clause, at, next);
            }
        }
    }

    private static PatchedCall? KillIn(TryStatementSyntax attempt, CoroutineWaits waits, KillCatcher catcher)
    {
        if (attempt.Block.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "Shield" }))
        {
            return null;
        }

        foreach ((SyntaxNode node, PatchedCall call) in waits.In(attempt.Block))
        {
            bool passes = true;
            foreach (BlockSyntax block in node.Ancestors().TakeWhile(outer => outer != attempt).OfType<BlockSyntax>())
            {
                if (block.Parent is TryStatementSyntax inner && inner != attempt && inner.Block == block && passes)
                {
                    catcher.ClauseOf(inner, out passes);
                }
            }

            if (passes)
            {
                return call;
            }
        }

        return null;
    }

    private static PatchedCall? NextAfter(TryStatementSyntax attempt, CatchClauseSyntax clause, PathAfter path, SemanticModel model)
    {
        if (model.AnalyzeControlFlow(clause.Block) is not { Succeeded: true } flow)
        {
            return null;
        }

        return (flow.EndPointIsReachable ? path.End(attempt) : null) ?? flow.ExitPoints.Select(path.Jump).FirstOrDefault(static next => next is not null);
    }

    // To who calls a method without a result, it looks as if nothing had happened. Callers in this file are enough to show it.
    private static PatchedCall? NextOfCaller(IMethodSymbol method, TryStatementSyntax attempt, CatchClauseSyntax clause, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        if (!method.ReturnsVoid
            || CoroutineWaits.FunctionAround(attempt) is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type }
            || model.AnalyzeControlFlow(clause.Block) is not { Succeeded: true } flow
            || !(flow.EndPointIsReachable || flow.ExitPoints.Any(static exit => exit is ReturnStatementSyntax)))
        {
            return null;
        }

        foreach (ExpressionStatementSyntax statement in type.DescendantNodes().OfType<ExpressionStatementSyntax>())
        {
            if (statement.Expression is InvocationExpressionSyntax call && CallSite.NameOf(call.Expression)?.Identifier.ValueText == method.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition, method)
                && CoroutineWaits.FunctionAround(statement) is MethodDeclarationSyntax caller
                && model.GetDeclaredSymbol(caller, cancellationToken) is IMethodSymbol calling && known.IsCoroutine(calling)
                && CoroutineWaits.Of(calling, caller, model, known, cancellationToken) is CoroutineWaits waits
                && new PathAfter(waits, model).End(statement) is PatchedCall next)
            {
                return next;
            }
        }

        return null;
    }

    // The clause sets something by which the code decides later whether it goes on.
    private static bool DecidesWhatFollows(CatchClauseSyntax clause, SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<ISymbol> set = new(SymbolEqualityComparer.Default);
        foreach (ExpressionSyntax target in clause.Block.DescendantNodes().Select(static node => node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } change => change.Operand,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } change => change.Operand,
            _ => null,
        }).OfType<ExpressionSyntax>())
        {
            if (model.GetSymbolInfo(target, cancellationToken).Symbol is ISymbol symbol)
            {
                set.Add(symbol);
            }
        }

        return set.Count > 0 && body.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            IsInCondition(name, body) && model.GetSymbolInfo(name, cancellationToken).Symbol is ISymbol read && set.Contains(read));
    }

    private static bool IsInCondition(SyntaxNode node, SyntaxNode body)
    {
        for (SyntaxNode inner = node; inner != body && inner.Parent is SyntaxNode outer; inner = outer)
        {
            switch (outer)
            {
                case IfStatementSyntax choice when choice.Condition == inner:
                case WhileStatementSyntax loop when loop.Condition == inner:
                case DoStatementSyntax endless when endless.Condition == inner:
                case ForStatementSyntax counted when counted.Condition == inner:
                case ConditionalExpressionSyntax conditional when conditional.Condition == inner:
                case SwitchStatementSyntax cases when cases.Expression == inner:
                case SwitchExpressionSyntax arms when arms.GoverningExpression == inner:
                    return true;
                case StatementSyntax:
                    return false;
            }
        }

        return false;
    }
}
