using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Tests.Harness;

/// <summary>Tells the errors of generated code that are its own from those that it has from the program.</summary>
internal static partial class OwnErrors
{
    /// <summary>The errors of generated code in <paramref name="output"/> that <paramref name="program"/> does not cause.</summary>
    public static IEnumerable<Diagnostic> In(Compilation output, Compilation program)
    {
        HashSet<SyntaxTree> own = [.. program.SyntaxTrees];
        Diagnostic[] errors = [.. output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];
        Diagnostic[] known = [.. errors.Where(e => e.Location.SourceTree is not { } tree || own.Contains(tree))];
        bool isBroken = own.Any(static t => t.GetDiagnostics().Any());
        return errors.Where(e => e.Location.SourceTree is { } tree && !own.Contains(tree) && !IsKnown(e, known, own, isBroken));
    }

    // The compiler may say the same of the twin in other words, but says it of the same statement.
    private static bool IsKnown(Diagnostic error, Diagnostic[] known, HashSet<SyntaxTree> own, bool isBroken)
    {
        string message = error.GetMessage(CultureInfo.InvariantCulture);
        if (known.Any(e => e.Id == error.Id && e.GetMessage(CultureInfo.InvariantCulture) == message))
            return true;

        // Of a method that is there twice, every call is ambiguous.
        if (error.Id == "CS0121" && known.Any(static e => e.Id == "CS0111"))
            return true;

        // What is made of a type that is missing is of another type, or that name means something else in the body.
        if (known.Any(e => e.Id == "CS0246" && MissingName().Match(e.GetMessage(CultureInfo.InvariantCulture)) is { Success: true } missing && Regex.IsMatch(message, $@"\b{missing.Groups[1].Value}\b")))
            return true;
        if (StatementOf(error, own) is { } statement)
        {
            if (known.Any(e => e.Location.SourceTree == statement.Tree && e.Location.SourceSpan.IntersectsWith(statement.Span)))
                return true;
        }
        else if (known.Any(e => e.Id == error.Id))
        {
            return true;
        }

        // One mistake in the grammar of a program makes others of its meaning, in the twin too; but a twin is called only where there is one.
        return isBroken && !message.Contains("Async'", StringComparison.Ordinal);
    }

    // The line of the program that the text of the twin comes from; what was not the program's has none.
    private static (SyntaxTree Tree, TextSpan Span)? StatementOf(Diagnostic error, HashSet<SyntaxTree> own)
    {
        FileLinePositionSpan place = error.Location.GetMappedLineSpan();
        if (!place.HasMappedPath || own.FirstOrDefault(t => t.FilePath == place.Path) is not { } tree || place.StartLinePosition.Line >= tree.GetText().Lines.Count)
            return null;

        TextLine line = tree.GetText().Lines[place.StartLinePosition.Line];
        SyntaxToken first = tree.GetRoot().FindToken(line.Start + line.ToString().TakeWhile(char.IsWhiteSpace).Count());
        TextSpan span = first.Parent?.AncestorsAndSelf().FirstOrDefault(static n => n is StatementSyntax and not BlockSyntax)?.FullSpan ?? line.Span;
        return (tree, TextSpan.FromBounds(Math.Min(span.Start, line.Start), Math.Max(span.End, line.End)));
    }

    [GeneratedRegex("'([A-Za-z_]+)")]
    private static partial Regex MissingName();
}
