using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>On which lines of which snippets the analyzers of others say that something blocks.</summary>
internal sealed class PeerFindings
{
    private readonly HashSet<(Peer Peer, string Place, int Line)> _lines = [];
    private readonly HashSet<string> _withoutAsyncForm = [];

    private PeerFindings() { }

    /// <summary>How many snippets cannot be written as async methods; the others are given those as they are.</summary>
    public int WithoutAsyncForm => _withoutAsyncForm.Count;

    public IEnumerable<int> In(Snippet snippet, Peer peer) =>
        _lines.Where(line => line.Peer == peer && string.Equals(line.Place, snippet.Place, StringComparison.Ordinal)).Select(static line => line.Line).Order();

    public static async Task<PeerFindings> InAsync(IReadOnlyList<Snippet> snippets, CancellationToken cancellationToken)
    {
        PeerFindings findings = new();
        SnippetProgram[] programs = [.. snippets.Select(static (snippet, i) => AsyncForm.Of(snippet, i))];
        foreach (CSharpCompilation compilation in SnippetProgram.Compile(programs))
        {
            foreach (Diagnostic error in compilation.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                findings._withoutAsyncForm.Add(programs.Single(program => program.Tree == error.Location.SourceTree).Snippet.Place);
        }

        for (int i = 0; i < programs.Length; i++)
        {
            if (findings._withoutAsyncForm.Contains(programs[i].Snippet.Place))
                programs[i] = SnippetProgram.Of(programs[i].Snippet, i);
        }

        Dictionary<SyntaxTree, SnippetProgram> programOf = programs.ToDictionary(static program => program.Tree);
        foreach (CSharpCompilation compilation in SnippetProgram.Compile(programs))
        {
            foreach (Peer peer in Peer.All)
            {
                CSharpCompilation enabled = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
                    peer.Rules.Select(static rule => KeyValuePair.Create(rule, ReportDiagnostic.Warn)).ToImmutableDictionary(StringComparer.Ordinal)));
                foreach (Diagnostic diagnostic in await enabled.WithAnalyzers(peer.Analyzers).GetAnalyzerDiagnosticsAsync(cancellationToken))
                {
                    if (string.Equals(diagnostic.Id, "AD0001", StringComparison.Ordinal))
                        throw new InvalidOperationException(diagnostic.ToString());
                    if (diagnostic.Location.SourceTree is { } tree && peer.Rules.Contains(diagnostic.Id))
                        findings._lines.Add((peer, programOf[tree].Snippet.Place, diagnostic.Location.GetLineSpan().StartLinePosition.Line - programOf[tree].HeadLines));
                }
            }
        }

        return findings;
    }
}
