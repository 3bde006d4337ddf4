using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests.Harness.Programs;

/// <summary>One file below <c>Programs/</c>: a program, and what its header says of it.</summary>
internal sealed partial class ProgramText
{
    private const string LibraryMark = "//=== library";

    private readonly ImmutableDictionary<string, string> _header;

    private ProgramText(string area, string title, string text)
    {
        Area = area;
        Name = $"{area}/{title}";
        Namespace = $"Programs.{area}.{title}";
        Text = text;
        _header = ReadHeader(text);
        Split(text);
    }

    /// <summary>The folder: what kind of construct it shows.</summary>
    public string Area { get; }

    /// <summary><c>Expressions/Coalesce</c>.</summary>
    public string Name { get; }

    /// <summary>The namespace that the program is put in.</summary>
    public string Namespace { get; }

    public string Text { get; }

    /// <summary>Its files, as they are compiled.</summary>
    public List<ProgramFile> Files { get; } = [];

    /// <summary>Whether it needs a compilation of its own: it has top-level statements, symbols, or a namespace for the whole file.</summary>
    public bool IsAlone { get; private set; }

    public bool HasTopLevelStatements { get; private set; }

    public string Construct => this["construct"] ?? throw new InvalidOperationException($"{Name}: the header names no construct.");

    /// <summary>Whether some calls still block in the twin.</summary>
    public bool StaysBlocking => this["stays blocking"] is not null;

    /// <summary>The ids that the header names, in order.</summary>
    public IEnumerable<string> DiagnosticIds => IdPattern().Matches(this["diagnostic"] ?? "").Select(static m => m.Value).Distinct().Order(StringComparer.Ordinal);

    public string? this[string key] => _header.GetValueOrDefault(key);

    /// <summary>All programs, in order.</summary>
    public static ImmutableArray<ProgramText> ReadEvery() =>
    [
        .. Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Select(static file => new ProgramText(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
            .OrderBy(static program => program.Name, StringComparer.Ordinal),
    ];

    /// <summary>All programs, or those whose names <c>COGEN_PROGRAMS</c> is a part of.</summary>
    public static ImmutableArray<ProgramText> ReadWanted()
    {
        string wanted = Environment.GetEnvironmentVariable("COGEN_PROGRAMS") ?? "";
        return [.. ReadEvery().Where(program => program.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The same program without its tags, for an assembly that is patched as a whole; tags that set something stay. No position changes.</summary>
    public ProgramText WithoutTags() => new(
        Area, Name[(Area.Length + 1)..], TagPattern().Replace(Text, static m => m.Value.EndsWith(']') ? new string(' ', m.Length) : "[" + new string(' ', m.Length - 1)));

    public static ProgramText Of(string area, string title, string text) => new(area, title, text);

    public static string Folder() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "Programs"));

    public override string ToString() => Name;

    private static string ThisFile([CallerFilePath] string file = "") => file;

    private static ImmutableDictionary<string, string> ReadHeader(string text)
    {
        ImmutableDictionary<string, string>.Builder header = ImmutableDictionary.CreateBuilder<string, string>();
        string? key = null;
        foreach (string line in text.TrimStart('\uFEFF').Split('\n').Select(static l => l.TrimEnd('\r')).TakeWhile(static l => l.StartsWith("//", StringComparison.Ordinal)))
        {
            Match match = HeaderPattern().Match(line);
            if (match.Success)
            {
                key = match.Groups[1].Value;
                header[key] = match.Groups[2].Value.Trim();
            }
            else if (key is not null)
            {
                header[key] = $"{header[key]} {line.TrimStart('/').Trim()}";
            }
        }

        return header.ToImmutable();
    }

    private void Split(string text)
    {
        List<(string Text, bool IsLibrary)> parts = [];
        bool library = false;
        int start = 0;
        foreach (Match mark in MarkPattern().Matches(text))
        {
            parts.Add((text[start..mark.Index], library));
            library = mark.Value.StartsWith(LibraryMark, StringComparison.Ordinal);
            start = mark.Index + mark.Length;
        }

        parts.Add((text[start..], library));
        CompilationUnitSyntax[] roots = [.. parts.Select(static p => CSharpSyntaxTree.ParseText(p.Text, TestCompilation.ParseOptions).GetCompilationUnitRoot())];
        HasTopLevelStatements = roots.Any(static r => r.Members.Any(static m => m is GlobalStatementSyntax));
        IsAlone = HasTopLevelStatements || roots.Any(NeedsTheWholeFile);
        for (int i = 0; i < parts.Count; i++)
        {
            string suffix = i == 0 ? "" : "." + (i + 1);
            Files.Add(new ProgramFile($"/programs/{Name}{suffix}.cs", IsAlone ? parts[i].Text : Enclose(parts[i].Text, roots[i]), parts[i].IsLibrary));
        }
    }

    private static bool NeedsTheWholeFile(CompilationUnitSyntax root) =>
        root.AttributeLists.Count > 0 || root.Externs.Count > 0 ||
        root.Usings.Any(static u => !u.GlobalKeyword.IsKind(SyntaxKind.None)) ||
        root.Members.Any(static m => m is FileScopedNamespaceDeclarationSyntax) ||
        (root.ContainsDirectives && root.GetFirstToken().GetAllTrivia().Any(static t => t.IsKind(SyntaxKind.DefineDirectiveTrivia)));

    // On the first line, so that no line moves.
    private string Enclose(string text, CompilationUnitSyntax root)
    {
        string mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        text = text[mark.Length..];
        return root.Members.Any(static m => m is NamespaceDeclarationSyntax) ? $"{mark}namespace {Namespace} {{ {text}\n}}" : $"{mark}namespace {Namespace}; {text}";
    }

    [GeneratedRegex("^// (construct|lowered to|diagnostic|instead|stays blocking|note): ?(.*)$")]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"^//=== (?:library|file)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"CG\d{4}")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\[Coroutine(\]|, )")]
    private static partial Regex TagPattern();
}

/// <summary>A file of a program.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">What is compiled.</param>
/// <param name="IsLibrary">Whether it goes into an assembly that the program refers to.</param>
internal sealed partial record ProgramFile(string Path, string Text, bool IsLibrary)
{
    /// <summary>The diagnostics that the text marks: <c>/*!CG1012*/</c> stands right before their place.</summary>
    public IEnumerable<string> ExpectedDiagnostics =>
        from Match mark in MarkPattern().Matches(Text)
        from id in mark.Groups[1].Value.Split(',')
        select Place(mark.Index + mark.Length, id.Trim());

    /// <summary>A diagnostic and its place, in words.</summary>
    public string Place(int position, string id)
    {
        int line = Text.AsSpan(0, position).Count('\n') + 1;
        int start = Text.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        int end = Text.IndexOf('\n', position);
        return $"{id} at {Path}:{line} before '{Text[position..Math.Min(position + 20, end < 0 ? Text.Length : end)].TrimEnd('\r')}' in '{Text[start..(end < 0 ? Text.Length : end)].Trim()}'";
    }

    [GeneratedRegex(@"/\*!\s*(CG\d{4}(?:\s*,\s*CG\d{4})*)\s*\*/\s*")]
    private static partial Regex MarkPattern();
}
