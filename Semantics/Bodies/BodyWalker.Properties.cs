using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>Swaps what reads and writes tagged properties and indexers.</summary>
internal sealed partial class BodyWalker
{
    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node) =>
        VisitProperty(node, () => base.VisitElementAccessExpression(node));

    public override void VisitSubpattern(SubpatternSyntax node)
    {
        ExpressionSyntax? named = node.ExpressionColon?.Expression;
        for (; named is not null; named = (named as MemberAccessExpressionSyntax)?.Expression)
        {
            if (_model.GetSymbolInfo(CallSite.NameOf(named) ?? named, _cancellationToken).Symbol is IPropertySymbol property && _resolver.Blocks(property, _cancellationToken))
                _unpatched.Add(new UnpatchedCall(property, UnpatchedReason.PropertyInPlace, "", KnownToBlock: true, LocationOf(named)));
        }

        Visit(node.Pattern);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (!TryVisitMemoryAssignment(node) && !TryVisitWrite(node) && !TryVisitChange(node, node.Left, () => Visit(node.Right)))
            base.VisitAssignmentExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (!TryVisitChange(node, node.Operand, static () => { }))
            VisitOperator(node, () => base.VisitPrefixUnaryExpression(node));
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        if (!TryVisitChange(node, node.Operand, static () => { }))
            base.VisitPostfixUnaryExpression(node);
    }

    // What names a variable that is an object in the twin is not written twice.
    private bool TryVisitChange(ExpressionSyntax node, ExpressionSyntax place, Action visitValue)
    {
        if (_model.FindOperation(node, _cancellationToken) is not { } operation || PropertyOf(operation) is not { } property || _resolver.Resolve(operation, _cancellationToken) is CallVerdict.Harmless || _places.ObstacleAt(node, _functions.IsAsync) is not null ||
            place.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => _variables.Find(name) is not null))
        {
            return false;
        }

        VisitCall(node, operation, property, () =>
        {
            foreach (ExpressionSyntax part in PropertyChange.Of(operation, _model)?.Held?.Parts ?? [])
                Visit(part);
            visitValue();
        });
        return true;
    }

    private static IPropertySymbol? PropertyOf(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
        ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } => property.Property,
        _ => null,
    };

    private bool TryVisitWrite(AssignmentExpressionSyntax node)
    {
        if (_model.FindOperation(node, _cancellationToken) is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment ||
            _resolver.Resolve(assignment, _cancellationToken) is CallVerdict.Harmless)
        {
            return false;
        }

        VisitCall(node, assignment, property.Property, () =>
        {
            switch (node.Left)
            {
                case MemberAccessExpressionSyntax access:
                    Visit(access.Expression);
                    break;
                case ElementAccessExpressionSyntax element:
                    Visit(element.Expression);
                    Visit(element.ArgumentList);
                    break;
            }

            Visit(node.Right);
        });
        return true;
    }
}
