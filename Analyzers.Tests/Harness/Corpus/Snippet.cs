namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>What the analyzer owes to a snippet.</summary>
internal enum SnippetLabel
{
    /// <summary>A diagnostic.</summary>
    Flag,

    /// <summary>No diagnostic, for the blocking call in it is swapped.</summary>
    Swap,

    /// <summary>Neither: nothing in it blocks, or it blocks where it does no harm.</summary>
    Quiet,
}

/// <summary>What the text of a snippet is.</summary>
internal enum SnippetForm
{
    /// <summary>The statements of a coroutine.</summary>
    Statements,

    /// <summary>The members of a partial class.</summary>
    Members,

    /// <summary>A file that is a project of its own.</summary>
    File,
}

/// <summary>One entry of the corpus.</summary>
/// <param name="Area">What it is about: the name of its file, as far as the first dot.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Line">The line of its header, from one.</param>
/// <param name="Header">The whole header.</param>
/// <param name="Label">What the analyzer owes to it.</param>
/// <param name="Form">What the text is.</param>
/// <param name="Parameters">The parameters of the coroutine that the statements stand in.</param>
/// <param name="Usings">The <c>using</c> directives that its file begins with.</param>
/// <param name="Text">The code, without marks.</param>
/// <param name="Marks">Where what is expected, in order.</param>
internal sealed record Snippet(
    string Area, string File, int Line, string Header, SnippetLabel Label, SnippetForm Form, string Parameters, string Usings, string Text, Mark[] Marks)
{
    /// <summary>Where an editor finds it.</summary>
    public string Place => $"Corpus/{File}.cs({Line})";

    /// <summary>The lines of the text on which the marks are, from zero.</summary>
    public IEnumerable<int> LinesOf(IEnumerable<Mark> marks) => marks.Select(mark => Text.AsSpan(0, mark.Span.Start).Count('\n')).Distinct();

    /// <summary>Whether diagnostics and swapped calls are as the label says.</summary>
    public bool Obeys(IEnumerable<Mark> marks)
    {
        bool isFlagged = marks.Any(static mark => mark.Id != Mark.Swap);
        bool isSwapped = marks.Any(static mark => mark.Id == Mark.Swap);
        return Label switch
        {
            SnippetLabel.Flag => isFlagged,
            SnippetLabel.Swap => isSwapped && !isFlagged,
            _ => !isFlagged,
        };
    }
}
