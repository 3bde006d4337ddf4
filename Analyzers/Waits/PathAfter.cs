using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Waits;

/// <summary>Where a function waits next after one of its statements. What is cleaned up on the way does not count: that would be done in any case.</summary>
internal sealed class PathAfter(CoroutineWaits waits, SemanticModel model)
{
    /// <summary>The next wait after <paramref name="statement"/> has ended; null when the function ends first, or it is not certain.</summary>
    public PatchedCall? End(SyntaxNode statement)
    {
        for (SyntaxNode node = statement; node.Parent is SyntaxNode parent; node = parent)
        {
            switch (parent)
            {
                case BlockSyntax block when node is StatementSyntax inner:
                    if (Among(block.Statements, inner, out PatchedCall? next))
                    {
                        return next;
                    }

                    break;
                case SwitchSectionSyntax section when node is StatementSyntax inner:
                    if (Among(section.Statements, inner, out PatchedCall? after))
                    {
                        return after;
                    }

                    break;
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    if (First(parent) is PatchedCall again)
                    {
                        return again;
                    }

                    break;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The next wait after a jump.</summary>
    public PatchedCall? Jump(SyntaxNode jump) => jump switch
    {
        BreakStatementSyntax => jump.Ancestors().FirstOrDefault(static outer => IsLoop(outer) || outer is SwitchStatementSyntax) is SyntaxNode left ? End(left) : null,
        ContinueStatementSyntax => jump.Ancestors().FirstOrDefault(IsLoop) is SyntaxNode loop ? First(loop) ?? End(loop) : null,
        _ => null,
    };

    // Statements come one after the other until one of them does not end.
    private bool Among(SyntaxList<StatementSyntax> statements, StatementSyntax from, out PatchedCall? next)
    {
        next = null;
        foreach (StatementSyntax statement in statements.Skip(statements.IndexOf(from) + 1))
        {
            if (statement is LocalFunctionStatementSyntax)
            {
                continue;
            }

            next = First(statement);
            if (next is not null)
            {
                return true;
            }

            if (statement is BreakStatementSyntax or ContinueStatementSyntax)
            {
                next = Jump(statement);
                return true;
            }

            if (model.AnalyzeControlFlow(statement) is not { Succeeded: true, EndPointIsReachable: true })
            {
                return true;
            }
        }

        return false;
    }

    private PatchedCall? First(SyntaxNode part) => waits.In(part)
        .Where(wait => wait.Call.Symbol.Name is not ("Dispose" or "Close") && !wait.Node.Ancestors().TakeWhile(outer => outer != part).Any(static outer => outer is FinallyClauseSyntax))
        .Select(static wait => wait.Call)
        .FirstOrDefault();

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
