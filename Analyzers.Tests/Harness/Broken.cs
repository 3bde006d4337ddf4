using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>Runs an analyzer over code that does not compile, as an editor does: it may say what it likes but must not throw.</summary>
internal static class Broken
{
    public static async Task Analyze<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpCompilation compilation = FrameworkSymbols.Empty
            .AddReferences(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(RuleTest<TAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>.GlobalUsings.Text), CSharpSyntaxTree.ParseText(source));
        Assert.DoesNotContain(
            await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Id == "AD0001");
    }
}
