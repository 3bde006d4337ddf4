using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>Swaps operators that a rule is about.</summary>
internal sealed partial class BodyWalker
{
    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        VisitOperator(node, () => base.VisitBinaryExpression(node));
        RemoveDefault(node);
    }

    public override void VisitCastExpression(CastExpressionSyntax node) =>
        VisitOperator(node, () => base.VisitCastExpression(node));

    // Most operators are nobody's.
    private void VisitOperator(ExpressionSyntax node, Action visitParts)
    {
        if (_known.Rules.HasOperators && _model.FindOperation(node, _cancellationToken) is { } operation &&
            operation is IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } or IConversionOperation { OperatorMethod: not null })
        {
            VisitCall(node, operation, Patches.PatchedMembers.MemberOf(operation)!, visitParts);
        }
        else
        {
            visitParts();
        }
    }
}
