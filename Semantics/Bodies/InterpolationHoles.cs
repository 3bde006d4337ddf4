using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// In the hole of an interpolated string the parser has forgotten that the method is async: there <c>await (x).F()</c> is a call of
/// something called <c>await</c>, while <c>await x.F()</c> is understood.
/// </summary>
internal static class InterpolationHoles
{
    /// <summary>What goes between <c>await</c> and a call, to be closed by a parenthesis; or nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="opening">What its text in the twin begins with, where that is not what it began with: the await of its receiver, or the variable that holds it.</param>
    /// <param name="compilation">The compilation, which says whether arithmetic is checked.</param>
    public static string LeadOf(ExpressionSyntax call, string? opening, Compilation compilation)
    {
        bool isUnderstood = opening is null
            ? call.GetFirstToken().Kind() is SyntaxKind.IdentifierToken or SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword
            : !opening.StartsWith("(", StringComparison.Ordinal);
        if (isUnderstood)
            return "";

        bool inHole = false;
        bool? isChecked = null;
        foreach (SyntaxNode node in call.Ancestors())
        {
            inHole |= node is InterpolationSyntax;
            isChecked ??= node switch
            {
                CheckedExpressionSyntax expression => expression.Keyword.IsKind(SyntaxKind.CheckedKeyword),
                CheckedStatementSyntax statement => statement.Keyword.IsKind(SyntaxKind.CheckedKeyword),
                _ => null,
            };
        }

        // Of all that may follow, this means nothing: it says of the arithmetic inside what holds there anyway.
        return !inHole ? "" : isChecked ?? compilation.Options is CSharpCompilationOptions { CheckOverflow: true } ? "checked(" : "unchecked(";
    }
}
