using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness;
using CoGen.Generator.Tests.Harness.Programs;
using CoGen.Generator.Tests.Prelude;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>Generated code is compiled in the project's own version of C#.</summary>
public class LanguageVersionTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using CoGen;
        using CoGen.Generator.Tests.Prelude;
        using static CoGen.Generator.Tests.Prelude.Blocking;
        """;

    /// <summary>All programs whose originals a version compiles.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void What_compiles_compiles_with_its_twins(LanguageVersion version)
    {
        CSharpParseOptions options = TestCompilation.ParseOptions.WithLanguageVersion(version);
        ImmutableArray<SyntaxTree> trees =
        [
            .. ProgramText.ReadEvery().Where(static p => !p.IsAlone && p.Files.Count == 1)
                .Select(p => CSharpSyntaxTree.ParseText($"{Usings}\n{InBlock(p)}", options, p.Files[0].Path)),
        ];
        CSharpCompilation compilation = TestCompilation.Bare("Old", [MetadataReference.CreateFromFile(typeof(Blocking).Assembly.Location)]);
        while (Broken(compilation.AddSyntaxTrees(trees)) is { Count: > 0 } broken)
            trees = [.. trees.Where(tree => !broken.Contains(tree))];

        Assert.True(trees.Length > 20, $"{trees.Length} programs");
        GeneratorRun run = GeneratorRun.Of(compilation.AddSyntaxTrees(trees), options).AssertCompiles();
        Assert.True(run.Files.Length > trees.Length);
    }

    [Fact]
    public void Below_the_least_version_there_are_no_twins() =>
        Assert.Empty(GeneratorRun.Of(
            TestCompilation.Bare("Old", []).AddSyntaxTrees(TestCompilation.Parse("partial class C { [CoGen.Coroutine] void M() => System.Threading.Thread.Sleep(1); }", "/src/C.cs")),
            TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp8)).Files);

    // A namespace for the whole file is newer than some of the versions.
    private static string InBlock(ProgramText program)
    {
        string header = $"namespace {program.Namespace};";
        string text = program.Files[0].Text;
        return text.StartsWith(header, StringComparison.Ordinal) ? $"namespace {program.Namespace} {{{text[header.Length..]}\n}}" : text;
    }

    private static HashSet<SyntaxTree> Broken(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Location.SourceTree).OfType<SyntaxTree>()];
}
