using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Versions;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>
/// Remembers with each file what its bodies do. It stays true while the declarations of all files do, so that an edit inside a body costs
/// the reading of one file; and the analyzers of a build find what its generators have read.
/// </summary>
internal static class BodyFactsCache
{
    private static readonly ConditionalWeakTable<SyntaxTree, Entry> s_cache = new();

    public static ImmutableArray<BodyFacts> Read(ImmutableArray<SyntaxTree> files, KnownTypes tags, CancellationToken cancellationToken)
    {
        ulong version = DeclarationVersion.Of(tags.Compilation, files, cancellationToken);
        PropertyNames properties = new(tags, files);
        ImmutableArray<BodyFacts>[] facts = new ImmutableArray<BodyFacts>[files.Length];
        if (tags.Compilation.Options.ConcurrentBuild)
        {
            Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken }, Read);
        }
        else
        {
            for (int i = 0; i < files.Length; i++)
                Read(i);
        }

        return [.. facts.SelectMany(static f => f)];

        void Read(int i) => facts[i] = s_cache.GetValue(files[i], static _ => new Entry()).Get(files[i], version, tags, properties, cancellationToken);
    }

    private sealed class Entry
    {
        private Known? _known;

        public ImmutableArray<BodyFacts> Get(SyntaxTree tree, ulong version, KnownTypes tags, PropertyNames properties, CancellationToken cancellationToken)
        {
            if (Volatile.Read(ref _known) is { } known && known.Version == version && known.Files.Equals(tags.Files))
                return known.Facts;

            ImmutableArray<BodyFacts> facts = BodyFactsReader.Read(tree, tags, properties, cancellationToken);
            Volatile.Write(ref _known, new Known(version, tags.Files, facts));
            return facts;
        }
    }

    private sealed record Known(ulong Version, PatchFiles Files, ImmutableArray<BodyFacts> Facts);
}
