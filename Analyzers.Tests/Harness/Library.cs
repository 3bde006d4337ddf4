using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>A library that a test compiles into a file, as a package has it.</summary>
internal sealed class Library : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cogen-library-").FullName;

    /// <summary>Compiles <paramref name="source"/>, and what it refers to before it.</summary>
    public MetadataReference Add(string name, string source, params MetadataReference[] references)
    {
        string path = Path.Combine(_directory, name + ".dll");
        CSharpCompilation compilation = FrameworkSymbols.Empty
            .WithAssemblyName(name)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release))
            .AddReferences(references)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;\n" + source));
        Assert.Empty(compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromFile(path);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
