using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Resolves preprocessor directives: a twin has the lines that were compiled, and in the place of the others empty ones. A
/// directive that began or ended outside of the body would not be whole in it.
/// </summary>
public static class Directives
{
    /// <summary>The lines of <paramref name="body"/> that are directives, or were left out because of one.</summary>
    public static HashSet<int> DeadLines(SyntaxNode declaration, TextSpan body, SourceText source)
    {
        HashSet<int> lines = [];
        foreach (SyntaxTrivia trivia in DeadTrivia(declaration, body))
        {
            int last = source.Lines.GetLineFromPosition(Math.Max(trivia.SpanStart, trivia.FullSpan.End - 1)).LineNumber;
            for (int line = source.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber; line <= last; line++)
                lines.Add(line);
        }

        return lines;
    }

    internal static IEnumerable<SyntaxTrivia> DeadTrivia(SyntaxNode node, TextSpan span) => node.ContainsDirectives
        ? node.DescendantTrivia(span).Where(trivia => IsDead(trivia) && span.Contains(trivia.SpanStart))
        : [];

    // What says which lines those are, and what null means there, is as good in the twin.
    private static bool IsDead(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.DisabledTextTrivia) ||
        (trivia.IsDirective && trivia.Kind() is not (SyntaxKind.LineDirectiveTrivia or SyntaxKind.LineSpanDirectiveTrivia or SyntaxKind.NullableDirectiveTrivia));
}
