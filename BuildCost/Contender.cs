using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using CoGen.Analyzers;
using CoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.BuildCost;

/// <summary>What is measured: analyzers, and perhaps a generator.</summary>
internal sealed record Contender(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableArray<ISourceGenerator> Generators)
{
    private static readonly Dictionary<string, string> s_metadata = typeof(Contender).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static metadata => metadata.Key, static metadata => metadata.Value ?? "");

    public static Contender Ours { get; } = new("CoGen", AnalyzersIn(typeof(CoroutineShapeAnalyzer).Assembly), [new CoroutineGenerator().AsSourceGenerator()]);

    /// <summary>All analyzers of a package.</summary>
    public static Contender Load(string name, string package, string folder)
    {
        string place = s_metadata["Peers"].Split(';').Single(peer => peer.StartsWith(package + "/", StringComparison.Ordinal));
        string path = Path.Combine(s_metadata["PackageRoot"], place.ToLowerInvariant(), folder);
        PackageContext context = new(path);
        return new Contender(
            name,
            [
                .. Directory.EnumerateFiles(path, "*.dll")
                    .Where(static file => !Path.GetFileName(file).Contains("CodeFix", StringComparison.Ordinal))
                    .SelectMany(file => AnalyzersIn(context.LoadFromAssemblyPath(file))),
            ],
            []);
    }

    private static ImmutableArray<DiagnosticAnalyzer> AnalyzersIn(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute
                && attribute.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private sealed class PackageContext(string folder) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
