using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>What is done with a property or indexer at one place.</summary>
internal enum PropertyUse
{
    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is the target of an assignment whose own value nobody uses.</summary>
    Written,

    /// <summary>It is written in a form that no call could take the place of: <c>P += 1</c>, <c>a = P = 1</c>, <c>new C { P = 1 }</c>.</summary>
    InPlace,
}

/// <summary>Tells the uses of properties apart.</summary>
internal static class PropertyUses
{
    public static PropertyUse Of(ExpressionSyntax property, SemanticModel model)
    {
        SyntaxNode node = property;
        while (node.Parent is ParenthesizedExpressionSyntax parenthesized)
            node = parenthesized;

        switch (node.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == node:
                return node == property && IsWrite(assignment, model) ? PropertyUse.Written : PropertyUse.InPlace;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                return PropertyUse.InPlace;
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } when IsTarget(tuple):
                return PropertyUse.InPlace;
            default:
                return PropertyUse.Read;
        }
    }

    private static bool IsWrite(AssignmentExpressionSyntax assignment, SemanticModel model) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !CallSite.IsLinkOfConditionalChain(assignment.Left) && IsValueUnused(assignment, model);

    /// <summary>Whether nobody uses the value of <paramref name="expression"/>.</summary>
    public static bool IsValueUnused(ExpressionSyntax expression, SemanticModel model) => expression.Parent switch
    {
        ExpressionStatementSyntax => true,
        ForStatementSyntax loop => loop.Initializers.Contains(expression) || loop.Incrementors.Contains(expression),
        ArrowExpressionClauseSyntax arrow => IsVoid(model.GetEnclosingSymbol(arrow.Expression.SpanStart)),
        LambdaExpressionSyntax lambda => IsVoid(model.GetSymbolInfo(lambda).Symbol),
        _ => false,
    };

    private static bool IsVoid(ISymbol? symbol) => symbol is IMethodSymbol { ReturnsVoid: true };

    private static bool IsTarget(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsTarget(outer),
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        _ => false,
    };
}
