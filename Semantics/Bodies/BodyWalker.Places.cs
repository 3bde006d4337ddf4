using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// <c>F(ref o.Field, G())</c> and <c>o.Struct.F(G())</c> fail before <c>G</c> runs when <c>o</c> is null. With an await in <c>G</c> the compiler takes the
/// reference afterwards: the null is looked for where it was.
/// </summary>
internal sealed partial class BodyWalker
{
    public override void VisitArgumentList(ArgumentListSyntax node)
    {
        List<ExpressionSyntax> held = [];
        if (node.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver } } && OwnerOfPlace(receiver) is { } owner)
            held.Add(owner);

        int checkedUntil = 0;
        foreach (ArgumentSyntax argument in node.Arguments)
        {
            int before = _patched.Count;
            Visit(argument);
            if (_patched.Count > before)
            {
                foreach (ExpressionSyntax place in held.Skip(checkedUntil))
                    CheckForNull(place);
                checkedUntil = held.Count;
            }

            if (!argument.RefKindKeyword.IsKind(SyntaxKind.None) && !IsPatched(node.Parent) && OwnerOfPlace(argument.Expression) is { } target)
                held.Add(target);
        }
    }

    private bool IsPatched(SyntaxNode? call) => _patched.Any(p => p.Patch.Call == call);

    private void CheckForNull(ExpressionSyntax owner)
    {
        _edits.Add(TextEdit.Insert(owner.SpanStart, "("));
        _edits.Add(TextEdit.Insert(owner.Span.End, " ?? throw new global::System.NullReferenceException())"));
    }

    /// <summary>The object whose field, or a part of it, is named by <paramref name="place"/> and used in place; null where it cannot be null, or is no plain name.</summary>
    private ExpressionSyntax? OwnerOfPlace(ExpressionSyntax place)
    {
        while (place is MemberAccessExpressionSyntax { Expression: { } owner } access && _model.GetSymbolInfo(access, _cancellationToken).Symbol is IFieldSymbol { IsStatic: false })
        {
            if (_model.GetTypeInfo(owner, _cancellationToken).Type is { IsReferenceType: true })
                return IsPlainName(owner) ? owner : null;
            place = owner;
        }

        return null;
    }

    private bool IsPlainName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax when _model.GetSymbolInfo(expression, _cancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol) => false,
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression is ThisExpressionSyntax || IsPlainName(access.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } postfix => IsPlainName(postfix.Operand),
        _ => false,
    };
}
