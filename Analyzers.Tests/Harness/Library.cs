using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>A library that a test compiles into a file, as a package has it.</summary>
internal sealed class Library : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cogen-library-").FullName;

    /// <summary>Compiles <paramref name="source"/>, and what it refers to before it.</summary>
    public MetadataReference Add(string name, string source, params MetadataReference[] references) =>
        AddFile(name, Usings + source, references);

    /// <summary>The same for what has directives of its own.</summary>
    public MetadataReference AddFile(string name, string source, params MetadataReference[] references) => Write(name, Compile(name, source, references));

    /// <summary>A library in which a method begins with other bytes than the compiler wrote, as tools do that hide what code means.</summary>
    public MetadataReference AddSpoilt(string name, string source, string method, byte[] il)
    {
        byte[] image = Compile(name, Usings + source, []);
        using PEReader file = new([.. image]);
        MetadataReader reader = file.GetMetadataReader();
        int address = reader.MethodDefinitions.Select(reader.GetMethodDefinition).Single(definition => reader.StringComparer.Equals(definition.Name, method)).RelativeVirtualAddress;
        MethodBodyBlock body = file.GetMethodBody(address);
        SectionHeader section = file.PEHeaders.SectionHeaders[file.PEHeaders.GetContainingSectionIndex(address)];
        int length = body.GetILBytes()!.Length;
        Assert.InRange(il.Length, 1, length);
        il.CopyTo(image, address - section.VirtualAddress + section.PointerToRawData + body.Size - length);
        return Write(name, image);
    }

    /// <summary>A library in which something is called by a name of the same length, which need not be one of C#.</summary>
    public MetadataReference AddRenamed(string name, string source, string from, string to)
    {
        byte[] image = Compile(name, Usings + source, []);
        Assert.Equal(from.Length, to.Length);
        Encoding.UTF8.GetBytes(to).CopyTo(image.AsSpan(image.AsSpan().IndexOf(Encoding.UTF8.GetBytes(from + "\0"))));
        return Write(name, image);
    }

    /// <summary>A library whose only nested type is nested in itself.</summary>
    public MetadataReference AddCircle(string name, string source)
    {
        byte[] image = Compile(name, Usings + source, []);
        using PEReader file = new([.. image]);
        MetadataReader reader = file.GetMetadataReader();
        Assert.Equal((1, 4), (reader.GetTableRowCount(TableIndex.NestedClass), reader.GetTableRowSize(TableIndex.NestedClass)));
        int row = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.NestedClass);
        image.AsSpan(row, 2).CopyTo(image.AsSpan(row + 2));
        return Write(name, image);
    }

    private const string Usings = "using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;\n";

    private static byte[] Compile(string name, string source, MetadataReference[] references)
    {
        using MemoryStream image = new();
        CSharpCompilation compilation = FrameworkSymbols.Empty
            .WithAssemblyName(name)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true))
            .AddReferences(references)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(source));
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return image.ToArray();
    }

    private PortableExecutableReference Write(string name, byte[] image)
    {
        string path = Path.Combine(_directory, name + ".dll");
        File.WriteAllBytes(path, image);
        return MetadataReference.CreateFromFile(path);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
