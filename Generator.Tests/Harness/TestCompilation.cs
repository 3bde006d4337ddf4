using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Tests.Harness;

/// <summary>Makes compilations of source text, as a project that references the package would be compiled.</summary>
internal static class TestCompilation
{
    public const string Path = "/src/Program.cs";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CoGen;
        """;

    public static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp14)
        .WithFeatures([new("InterceptorsNamespaces", "CoGen.Generated")]);

    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)];

    // All compilations that come from this one share what it has learned of its references.
    private static readonly CSharpCompilation s_demo = Bare("Demo", []);

    public static CSharpCompilation Create(params string[] sources) => WithSources(s_demo, sources);

    public static CSharpCompilation Create(string assemblyName, string[] sources, params MetadataReference[] more) =>
        WithSources(Bare(assemblyName, [.. more]), sources);

    private static CSharpCompilation WithSources(CSharpCompilation compilation, string[] sources) =>
        compilation.AddSyntaxTrees(
            [Parse(GlobalUsings, "/src/GlobalUsings.cs"), .. sources.Select((s, i) => Parse(s, i == 0 ? Path : $"/src/File{i}.cs"))]);

    public static CSharpCompilation Bare(string assemblyName, ImmutableArray<MetadataReference> more) => CSharpCompilation.Create(
        assemblyName,
        references: References.AddRange(more),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256), ParseOptions, path);

    public static Compilation Reparse(Compilation compilation, CSharpParseOptions options) => compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), options, t.FilePath)));
}
