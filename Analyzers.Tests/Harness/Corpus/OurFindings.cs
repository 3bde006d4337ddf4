using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>What all our analyzers report in the snippets, which calls in them are swapped, and what does not compile.</summary>
internal sealed class OurFindings
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(CoroutineShapeAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly Lazy<Task<OurFindings>> s_inCorpus = new(static () =>
        InAsync(CorpusFile.All.SelectMany(static file => file.Snippets), CancellationToken.None));

    private readonly Dictionary<string, List<Mark>> _marks = [];
    private readonly List<string> _failures = [];

    private OurFindings() { }

    /// <summary>The findings in all files.</summary>
    public static Task<OurFindings> InCorpus => s_inCorpus.Value;

    /// <summary>Whatever makes the findings worthless: an error of the compiler, an exception in an analyzer.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public IEnumerable<Mark> In(Snippet snippet) => Mark.Ordered(_marks.GetValueOrDefault(snippet.Place, []));

    public static async Task<OurFindings> InAsync(IEnumerable<Snippet> snippets, CancellationToken cancellationToken)
    {
        SnippetProgram[] programs = [.. snippets.Select(static (snippet, i) => SnippetProgram.Of(snippet, i))];
        Dictionary<SyntaxTree, SnippetProgram> programOf = programs.ToDictionary(static program => program.Tree);
        OurFindings findings = new();
        foreach (CSharpCompilation compilation in SnippetProgram.Compile(programs))
        {
            findings._failures.AddRange(compilation.GetDiagnostics(cancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(error => $"{PlaceOf(error)}: {error}"));
            foreach (Diagnostic diagnostic in await compilation.WithAnalyzers(s_analyzers, CorpusLibrary.Scan).GetAnalyzerDiagnosticsAsync(cancellationToken))
            {
                if (diagnostic.Id == "AD0001" || diagnostic.Location.SourceTree is null)
                    findings._failures.Add(diagnostic.ToString());
                else
                    findings.Add(programOf[diagnostic.Location.SourceTree], diagnostic.Id == "CG2001" ? Mark.Swap : diagnostic.Id, diagnostic.Location.SourceSpan);
            }

            if (KnownTypes.Of(compilation) is not { } known)
                throw new InvalidOperationException("The corpus does not refer to CoGen.");
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
                findings.AddSwaps(programOf[tree], compilation.GetSemanticModel(tree), known, cancellationToken);
        }

        return findings;

        string PlaceOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree ? programOf[tree].Snippet.Place : "";
    }

    private void AddSwaps(SnippetProgram program, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes()
            .Where(static node => node is MethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax))
        {
            ISymbol? symbol = model.GetDeclaredSymbol(node, cancellationToken);
            if ((symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod) is not { } method
                || !known.IsCoroutine(method) || !CoroutineShape.HasTwin(method, known, cancellationToken)
                || CoroutineAnalysis.Of(method, node, model, known, cancellationToken) is not { Refusal: null, IsKept: false } analysis)
            {
                continue;
            }

            foreach (PatchedCall call in analysis.Patched)
                Add(program, Mark.Swap, call.Location.SourceSpan);
        }
    }

    private void Add(SnippetProgram program, string id, TextSpan place)
    {
        // A tag makes a snippet a coroutine, whether or not anything in it waits: that is only the matter of the tags' own file.
        if (id == DiagnosticIds.UselessTag && program.Snippet.Area != "tags")
            return;

        if (program.InSnippet(place) is not { } span)
        {
            _failures.Add($"{program.Snippet.Place}: {id} is reported outside of the snippet");
            return;
        }

        if (!_marks.TryGetValue(program.Snippet.Place, out List<Mark>? marks))
            _marks.Add(program.Snippet.Place, marks = []);
        marks.Add(new Mark(id, span));
    }
}
