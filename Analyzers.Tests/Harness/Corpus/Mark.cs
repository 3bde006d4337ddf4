using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>A place in a snippet: what a rule underlines, or the name of a call that is swapped.</summary>
/// <param name="Id">The rule, or <see cref="Swap"/>.</param>
/// <param name="Span">Where it is, in the text without marks.</param>
internal sealed record Mark(string Id, TextSpan Span)
{
    public const string Swap = "swap";

    /// <summary>Takes <c>{|CG1001:Join|}</c> and <c>[|Join|]</c> out of a text.</summary>
    public static (string Text, Mark[] Marks) Read(string marked)
    {
        StringBuilder text = new();
        List<Mark> marks = [];
        Stack<(string Id, int Start)> open = new();
        for (int i = 0; i < marked.Length; i++)
        {
            string rest = marked[i..Math.Min(marked.Length, i + 9)];
            if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push((Swap, text.Length));
                i++;
            }
            else if (rest.StartsWith("{|CG", StringComparison.Ordinal))
            {
                open.Push((rest[2..8], text.Length));
                i += 8;
            }
            else if (open.Count > 0 && rest.StartsWith(open.Peek().Id == Swap ? "|]" : "|}", StringComparison.Ordinal))
            {
                (string id, int start) = open.Pop();
                marks.Add(new Mark(id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), [.. Ordered(marks)]) : throw new FormatException($"A mark is not closed: {marked}");
    }

    /// <summary>The opposite of <see cref="Read"/>.</summary>
    public static string Write(string text, IEnumerable<Mark> marks)
    {
        StringBuilder marked = new(text);

        // From the back, and the inner before the outer, so that the places hold.
        Mark[] ordered = [.. Ordered(marks)];
        List<(int At, string Text, int Order)> edits = [];
        for (int i = 0; i < ordered.Length; i++)
        {
            (string id, TextSpan span) = ordered[i];
            edits.Add((span.Start, id == Swap ? "[|" : $"{{|{id}:", i));
            edits.Add((span.End, id == Swap ? "|]" : "|}", -i - 1));
        }

        foreach ((int at, string edit, _) in edits.OrderByDescending(static edit => edit.At).ThenByDescending(static edit => edit.Order))
            marked.Insert(at, edit);
        return marked.ToString();
    }

    public static IEnumerable<Mark> Ordered(IEnumerable<Mark> marks) =>
        marks.Distinct().OrderBy(static mark => mark.Span.Start).ThenByDescending(static mark => mark.Span.End).ThenBy(static mark => mark.Id, StringComparer.Ordinal);
}
