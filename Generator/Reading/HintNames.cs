using System.Collections.Immutable;
using CoGen.Generator.Models;

namespace CoGen.Generator.Reading;

/// <summary>Gives each generated file a name of its own, whether or not case counts.</summary>
internal static class HintNames
{
    /// <summary>The names that several twins want, in lower case.</summary>
    public static EquatableArray<string> FindClashes(ImmutableArray<string> names, CancellationToken cancellationToken) =>
        names.GroupBy(static n => n.ToLowerInvariant())
            .Where(static g => g.Skip(1).Any())
            .Select(static g => g.Key)
            .OrderBy(static n => n, StringComparer.Ordinal)
            .ToEquatableArray();

    public static NamedTwinModel Name((TwinModel Twin, EquatableArray<string> Clashes) pair, CancellationToken cancellationToken)
    {
        string name = pair.Twin.HintName;
        return new NamedTwinModel(
            pair.Clashes.Contains(name.ToLowerInvariant()) ? $"{name}-{StableHash.Of(pair.Twin.UniqueId)}.g.cs" : $"{name}.g.cs",
            pair.Twin);
    }
}
