using System.Collections.Immutable;
using CoGen.Analyzers.Tests.Harness;
using CoGen.Analyzers.Tests.Harness.Corpus;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests;

/// <summary>The examples of the rule pages are true: the first is reported where its comment says so, the second is not.</summary>
public class PageExampleTests
{
    // A line of a file is no C#.
    public static TheoryData<string> Ids => [.. RuleCatalogTests.Ids.Select(row => row.Data).Where(id => id is not DiagnosticIds.PatchLineMalformed)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Example_is_reported_where_it_says_so(string id)
    {
        string program = RulePage.Read(RuleCatalogTests.PageOf(id)).Flagged;

        string[] lines = program.Split('\n');
        IEnumerable<string> said = lines.Where(line => line.Contains($"// {id}", StringComparison.Ordinal));
        IEnumerable<string> reported = (await Diagnose(program, id, id == "CG0008" ? LanguageVersion.CSharp8 : LanguageVersion.CSharp14))
            .Select(diagnostic => $"{lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}{(diagnostic.Id == id ? "" : diagnostic.ToString())}");
        Assert.NotEmpty(said);
        Assert.Equal(said, reported.Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_to_write_instead_is_not_reported(string id) =>
        Assert.Empty(await Diagnose(RulePage.Read(RuleCatalogTests.PageOf(id)).Instead, id, LanguageVersion.CSharp14));

    private static async Task<IEnumerable<Diagnostic>> Diagnose(string program, string id, LanguageVersion version)
    {
        CSharpCompilation compilation = FrameworkSymbols.Empty
            .AddReferences(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location), CorpusLibrary.Reference)
            .WithOptions(FrameworkSymbols.Empty.Options.WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Enable))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(version)));
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(CoroutineShapeAnalyzer).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers, CorpusLibrary.Scan).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Id == id && diagnostic.Descriptor.DefaultSeverity < DiagnosticSeverity.Warning)
                || (diagnostic.Severity == DiagnosticSeverity.Warning && (diagnostic.Id == "AD0001" || diagnostic.Id.StartsWith("CG", StringComparison.Ordinal))))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
