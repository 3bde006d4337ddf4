using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Semantics.Catalog;

/// <summary>All files of rules of a project. A value: it is the same when all of them say the same.</summary>
public sealed class PatchFiles : IEquatable<PatchFiles>
{
    public PatchFiles(IEnumerable<PatchFile> files) => Files = [.. files.OrderBy(static f => f.Path, StringComparer.Ordinal)];

    public static PatchFiles None { get; } = new([]);

    public ImmutableArray<PatchFile> Files { get; }

    /// <summary>Those that an analyzer is given.</summary>
    public static PatchFiles Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        PatchFile[] files = [.. options.AdditionalFiles.Select(f => PatchFile.Read(f, options.AnalyzerConfigOptionsProvider, cancellationToken)).OfType<PatchFile>()];
        return files.Length == 0 ? None : new PatchFiles(files);
    }

    public bool Equals(PatchFiles? other) => other is not null && Files.SequenceEqual(other.Files);

    public override bool Equals(object? obj) => Equals(obj as PatchFiles);

    public override int GetHashCode() => Files.Aggregate(17, static (hash, file) => unchecked((hash * 31) + file.GetHashCode()));
}
