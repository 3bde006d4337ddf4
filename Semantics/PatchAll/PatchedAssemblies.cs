using System.Collections.Concurrent;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>Finds the coroutines of referenced assemblies that were patched as a whole: no tag says so, but their twins are there.</summary>
internal sealed class PatchedAssemblies(KnownTypes known, INamedTypeSymbol attribute)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);

    public static bool UsesCoGen(IAssemblySymbol assembly) =>
        assembly.Name == "CoGen" || assembly.Modules.Any(static m => m.ReferencedAssemblies.Any(static r => r.Name == "CoGen"));

    public bool HaveTwinOf(IMethodSymbol method)
    {
        if (method is not { ContainingAssembly: { } assembly, ContainingType.OriginalDefinition: { } type, OriginalDefinition: var original } ||
            !_assemblies.GetOrAdd(assembly, a => UsesCoGen(a) && PatchAllOptions.Read(a, attribute) is not null))
        {
            return false;
        }

        // Whether it is an iterator can only be told by its twin.
        return type.GetMembers(TwinNaming.NameOf(original, known)).Any(member => member is IMethodSymbol twin && known.IsTwin(twin) && TwinSignature.Collides(original, twin, known)) ||
            (original is { Name: "GetEnumerator", Parameters.IsEmpty: true } &&
                type.GetMembers("GetAsyncEnumerator").Any(member => member is IMethodSymbol twin && known.IsTwin(twin) && Signatures.SequenceFits(original, twin, known)));
    }
}
