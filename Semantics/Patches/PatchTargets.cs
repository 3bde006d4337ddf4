using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>Finds the methods that rules name, once for each compilation.</summary>
public sealed class PatchTargets
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, ImmutableArray<IMethodSymbol>> _methods = new();

    internal PatchTargets(Compilation compilation) => _compilation = compilation;

    /// <summary>The methods that may take the place of a member; none where the assembly that has them is not there.</summary>
    public ImmutableArray<IMethodSymbol> Of(PatchRule rule, PatchUse use)
    {
        if (!rule.Methods.IsEmpty)
            return rule.Methods;

        return Find(use == PatchUse.Set ? SetterOf(rule.With) : rule.With);
    }

    /// <summary>The static methods of a full name.</summary>
    public ImmutableArray<IMethodSymbol> Find(string name) => _methods.GetOrAdd(name, full =>
    {
        int dot = full.LastIndexOf('.');
        return dot > 0 && _compilation.GetTypeByMetadataName(full.Substring(0, dot)) is { Arity: 0 } type
            ? [.. type.GetMembers(full.Substring(dot + 1)).OfType<IMethodSymbol>().Where(m => m.IsStatic && _compilation.IsSymbolAccessibleWithin(m, _compilation.Assembly))]
            : [];
    });

    private static string SetterOf(string getter)
    {
        int name = getter.LastIndexOf('.') + 1;
        return getter.Substring(0, name) + "Set" + getter.Substring(name);
    }
}
