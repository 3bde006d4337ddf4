using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>Somebody else's analyzers, and which of their rules are about blocking calls.</summary>
/// <param name="Name">How the page calls it.</param>
/// <param name="Version">The package it was loaded from.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Analyzers">What reports them.</param>
internal sealed record Peer(string Name, string Version, ImmutableArray<string> Rules, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    private static readonly Dictionary<string, string> s_metadata = typeof(Peer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static metadata => metadata.Key, static metadata => metadata.Value ?? "");

    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<Peer> All { get; } =
    [
        Load("CA1849", "Microsoft.CodeAnalysis.NetAnalyzers", "analyzers/dotnet/cs", "CA1849", "CA2024"),
        Load("Meziantou", "Meziantou.Analyzer", "analyzers/dotnet/roslyn5.0/cs", "MA0042"),
        Load("VSTHRD", "Microsoft.VisualStudio.Threading.Analyzers", "analyzers/cs", "VSTHRD103"),
        Load("AsyncFixer", "AsyncFixer", "analyzers/dotnet/cs", "AsyncFixer02"),
    ];

    private static Peer Load(string name, string package, string folder, params ImmutableArray<string> rules)
    {
        string place = s_metadata["Peers"].Split(';').Single(peer => peer.StartsWith(package + "/", StringComparison.Ordinal));
        string path = Path.Combine(s_metadata["PackageRoot"], place.ToLowerInvariant(), folder);
        AnalyzerLoadContext context = new(path);
        return new Peer(
            name,
            place.Replace('/', ' '),
            rules,
            [
                .. Directory.EnumerateFiles(path, "*.dll")
                    .Where(static file => !Path.GetFileName(file).Contains("CodeFix", StringComparison.Ordinal))
                    .SelectMany(file => context.LoadFromAssemblyPath(file).GetTypes())
                    .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute
                        && attribute.Languages.Contains(LanguageNames.CSharp))
                    .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
                    .Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => rules.Contains(descriptor.Id))),
            ]);
    }

    /// <summary>What is beside an analyzer is its own; all else, the compiler above all, is ours.</summary>
    private sealed class AnalyzerLoadContext(string folder) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
