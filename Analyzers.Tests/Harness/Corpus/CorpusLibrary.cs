using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>The library of <c>Corpus/Library</c>, as a file, and the option that has it scanned.</summary>
internal static class CorpusLibrary
{
    public const string Name = "Acme.Storage";

    private static readonly Lazy<MetadataReference> s_reference = new(static () =>
    {
        Library library = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => library.Dispose();
        return library.AddFile(Name, File.ReadAllText(Path.Combine(CorpusFile.Folder, "Library", "Storage.cs")));
    });

    public static MetadataReference Reference => s_reference.Value;

    public static AnalyzerOptions Scan { get; } = new([], new ScanOptions());

    private sealed class ScanOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(isOn: true);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(isOn: false);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(isOn: false);
    }

    private sealed class Options(bool isOn) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isOn && key == "build_property.CoGenScanReferences" ? "true" : null;
            return value is not null;
        }
    }
}
