using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Patches;

/// <summary>
/// A loop that only waits until its condition fails: <c>while (count == 0) Monitor.Wait(gate);</c>, also with
/// <c>if (!Monitor.Wait(gate, left)) return false;</c>. A wait in it that ends too early does no harm.
/// </summary>
internal static class RecheckedLoop
{
    public static bool IsAround(ExpressionSyntax wait)
    {
        StatementSyntax? statement = wait.Parent switch
        {
            ExpressionStatementSyntax whole => whole,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Parent: IfStatementSyntax { Else: null } test } => test,
            _ => null,
        };
        if (statement?.Parent is BlockSyntax { Statements.Count: 1 } block)
            statement = block;

        return statement?.Parent switch
        {
            WhileStatementSyntax loop => IsReal(loop.Condition),
            DoStatementSyntax loop => IsReal(loop.Condition),
            ForStatementSyntax { Incrementors.Count: 0 } loop => IsReal(loop.Condition),
            _ => false,
        };
    }

    private static bool IsReal(ExpressionSyntax? condition) => condition is not (null or LiteralExpressionSyntax);
}
