using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Reading;

/// <summary>
/// Moves the lines of a body to the depth at which the twin stands. Lines that begin inside a token, a string of
/// several lines, are not touched: their white space is data. Lines that were not compiled become empty.
/// </summary>
internal static class Reindentation
{
    public static IEnumerable<TextEdit> Of(SyntaxNode declaration, TextSpan span, string indent, ImmutableArray<TextEdit> others)
    {
        SourceText source = declaration.SyntaxTree.GetText();
        string from = LeadingSpace(source, source.Lines.GetLineFromPosition(declaration.SpanStart));
        int first = source.Lines.GetLineFromPosition(span.Start).LineNumber;
        int last = source.Lines.GetLineFromPosition(span.End).LineNumber;
        HashSet<int> dead = Directives.DeadLines(declaration, span, source);
        int near = 0;
        for (int i = first + 1; i <= last; i++)
        {
            TextLine line = source.Lines[i];
            SyntaxToken token = declaration.FindToken(line.Start);
            if (token.SpanStart < line.Start && line.Start < token.Span.End)
                continue;

            TextLine previous = source.Lines[i - 1];
            string space = LeadingSpace(source, line);
            bool isDead = dead.Contains(i);
            bool blank = isDead || space.Length == line.Span.Length;
            string wanted = blank ? "" : space.StartsWith(from, StringComparison.Ordinal) ? indent + space.Substring(from.Length) : space;

            // Line breaks outside of strings become those of the generated file.
            TextEdit edit = new(previous.End, (isDead ? line.End : line.Start + space.Length) - previous.End, "\n" + wanted);

            // The others are in order too.
            while (near < others.Length && others[near].End <= edit.Start)
                near++;
            if (near == others.Length || others[near].Start >= edit.End)
                yield return edit;
        }
    }

    private static string LeadingSpace(SourceText source, TextLine line)
    {
        int end = line.Start;
        while (end < line.End && source[end] is ' ' or '\t')
            end++;
        return source.ToString(TextSpan.FromBounds(line.Start, end));
    }
}
