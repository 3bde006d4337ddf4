using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml.Linq;
using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly string[] s_files =
    [
        "CoGen.nuspec",
        "README.md",
        "analyzers/dotnet/cs/CoGen.Analyzers.dll",
        "analyzers/dotnet/cs/CoGen.CodeFixes.dll",
        "analyzers/dotnet/cs/CoGen.Generator.dll",
        "analyzers/dotnet/cs/CoGen.Semantics.dll",
        "build/CoGen.props",
        "build/CoGen.targets",
        "buildTransitive/CoGen.props",
        "buildTransitive/CoGen.targets",
        "lib/net10.0/CoGen.dll",
        "lib/net10.0/CoGen.xml",
    ];

    [Fact]
    public void It_holds_the_library_the_roslyn_parts_the_props_and_the_readme_and_nothing_else()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);

        IEnumerable<string> files = archive.Entries.Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(s_files, files);
    }

    [Fact]
    public void It_depends_on_no_other_package()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using Stream nuspec = archive.GetEntry("CoGen.nuspec")!.Open();
        XElement dependencies = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "dependencies");

        XElement group = Assert.Single(dependencies.Elements());
        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Empty(group.Elements());
    }

    [Fact]
    public void Its_readme_is_the_repositorys()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using StreamReader reader = new(archive.GetEntry("README.md")!.Open());

        Assert.Equal(Repository.Readme, reader.ReadToEnd());
    }

    [Fact]
    public void Its_assemblies_carry_their_symbols()
    {
        foreach ((string name, byte[] image) in Assemblies(package.PackagePath))
        {
            using PEReader reader = new(ImmutableCollectionsMarshal.AsImmutableArray(image));
            Assert.True(reader.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb), $"{name} carries none.");
        }
    }

    [Fact]
    public void Packed_again_its_assemblies_are_the_same_byte_for_byte() =>
        Assert.Equal(Hashes(package.PackagePath), Hashes(package.PackAgain()));

    private static string[] Hashes(string path) =>
        [.. Assemblies(path).Select(assembly => $"{assembly.Name} {Convert.ToHexString(SHA256.HashData(assembly.Image))}")];

    private static IEnumerable<(string Name, byte[] Image)> Assemblies(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using Stream content = entry.Open();
            byte[] image = new byte[entry.Length];
            content.ReadExactly(image);
            yield return (entry.FullName, image);
        }
    }
}
