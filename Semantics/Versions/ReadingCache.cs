using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Versions;

/// <summary>
/// Remembers with each file what was read of it. It stays true while the file is the same and the <see cref="TwinVersion"/>, the options and the rules are: a
/// keystroke costs the reading of one file, however many there are.
/// </summary>
/// <typeparam name="T">What is read, which holds nothing of a compilation.</typeparam>
public sealed class ReadingCache<T>
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<TextSpan, Reading>> _files = new();

    /// <summary>What <paramref name="read"/> makes of <paramref name="node"/>, now or before.</summary>
    public T Get(SyntaxNode node, KnownTypes known, Func<T> read, CancellationToken cancellationToken)
    {
        ulong version = known.VersionOfTwins(cancellationToken);
        ConcurrentDictionary<TextSpan, Reading> readings = _files.GetValue(node.SyntaxTree, static _ => new());
        if (readings.TryGetValue(node.Span, out Reading found) && found.Version == version && found.Options.Equals(known.Compilation.Options) && found.Files.Equals(known.Files))
            return found.Value;

        T value = read();
        readings[node.Span] = new Reading(version, known.Compilation.Options, known.Files, value);
        return value;
    }

    private readonly record struct Reading(ulong Version, CompilationOptions Options, PatchFiles Files, T Value);
}
