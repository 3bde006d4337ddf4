using System.Text;

namespace CoGen.Generator.Tests.Harness.Programs;

/// <summary>Writes <c>docs/language.md</c> from the headers of the programs.</summary>
internal static class LanguagePage
{
    private static readonly (string Area, string Title, string About)[] s_areas =
    [
        ("Expressions", "Expressions", "A blocking call may stand wherever an expression may."),
        ("Statements", "Statements", ""),
        ("Signatures", "Signatures", "What the twin takes and returns."),
        ("Members", "Members", "What can be tagged, and what becomes of it."),
        ("Polymorphism", "Polymorphism", "A call through a base type or an interface reaches the right twin."),
        ("Iterators", "Iterators", ""),
        ("Delegates", "Delegates", "A lambda that waits becomes async where everybody who calls it is in sight, or takes such a one."),
        ("Linq", "LINQ", "Over a tagged iterator, or with lambdas that wait, LINQ becomes that of `AsyncEnumerable`."),
        ("Text", "Text", "A twin is the text of its original with small edits, so how the text is written matters."),
        ("Awaiting", "Where `await` differs from a call", "The compiler evaluates some expressions in another way when an operand is awaited. The twin must not."),
        ("Patches", "Patches", "Members of others that a rule is about: ours, a package's, the project's own."),
        ("OptOuts", "Opting out", ""),
    ];

    public static string File { get; } = Path.GetFullPath(Path.Combine(ProgramText.Folder(), "..", "..", "docs", "language.md"));

    public static string Write(IReadOnlyCollection<ProgramText> programs)
    {
        StringBuilder text = new("""
            # The language

            What becomes of each construct of C# in a coroutine. Each row is a program below `Generator.Tests/Programs/`, which runs both
            as it was written and as its twin: with calls that complete at once, with calls that yield, and with an exception and a kill
            at each; what both do is the same. This page is written from the headers of those programs by a test: edit them, not it.

            A call that *stays blocking* does what it did in the original, and holds up its scheduler meanwhile; a warning says so at the call.

            """.ReplaceLineEndings("\n"));
        foreach ((string area, string title, string about) in s_areas)
        {
            ProgramText[] own = [.. programs.Where(p => p.Area == area)];
            if (own.Length == 0)
                continue;

            text.Append('\n').Append("## ").Append(title).Append("\n\n");
            if (about.Length > 0)
                text.Append(about).Append("\n\n");
            text.Append("| Construct | In the twin | Diagnostic | What to write instead |\n|---|---|---|---|\n");
            foreach (ProgramText program in own)
                text.Append(Row(program)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The areas that a page can show.</summary>
    public static bool Knows(string area) => s_areas.Any(a => a.Area == area);

    private static string Row(ProgramText program)
    {
        List<string> twin = [];
        if (program["lowered to"] is { } lowered)
            twin.Add(lowered);
        if (program["stays blocking"] is { } blocking)
            twin.Add("stays blocking: " + blocking);
        if (program["note"] is { } note)
            twin.Add(note);
        string ids = string.Join(", ", program.DiagnosticIds.Select(static id => $"[{id}](rules/{id}.md)"));
        string link = $"../Generator.Tests/Programs/{program.Name}.cs";
        return $"| [{Cell(program.Construct)}]({link}) | {Cell(string.Join("; ", twin))} | {ids} | {Cell(program["instead"] ?? "")} |";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
