using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// The holes of an interpolated string become text one by one. With an await in one of them the compiler collects all values first, so
/// that what a later hole changes would show in an earlier one: that one is made text at once, <c>{$"{a}"}</c>.
/// </summary>
internal sealed partial class BodyWalker
{
    public override void VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
        if (_model.GetTypeInfo(node, _cancellationToken).ConvertedType is not { SpecialType: SpecialType.System_String })
        {
            base.VisitInterpolatedStringExpression(node);
            return;
        }

        int before = _patched.Count;
        List<(InterpolationSyntax Hole, int Opening, int Closing)> holes = [];
        foreach (InterpolatedStringContentSyntax content in node.Contents)
        {
            int opening = _edits.Count;
            Visit(content);
            if (content is InterpolationSyntax hole)
                holes.Add((hole, opening, _edits.Count));
        }

        if (_patched.Count == before)
            return;

        // From the last to the first, so that the places of the others stay. Nothing changes after the last hole; but a span can only be shown at once.
        for (int i = holes.Count - 1; i >= 0; i--)
        {
            (InterpolationSyntax hole, int opening, int closing) = holes[i];
            ITypeSymbol? type = _model.GetTypeInfo(hole.Expression, _cancellationToken).Type;
            if (IsTextAlready(type) || (i == holes.Count - 1 && type is not ({ IsRefLikeType: true } or ITypeParameterSymbol { AllowsRefLikeType: true })))
                continue;
            _edits.Insert(closing, TextEdit.Insert(hole.CloseBraceToken.SpanStart, "}\""));
            _edits.Insert(opening, TextEdit.Insert(hole.Expression.SpanStart, "$\"{"));
        }
    }

    /// <summary>Whether values of <paramref name="type"/> look the same at all times.</summary>
    private static bool IsTextAlready(ITypeSymbol? type) => type switch
    {
        null or { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsTextAlready(nullable.TypeArguments[0]),
        { Name: "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Version", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };
}
