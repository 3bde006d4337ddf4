using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>Collects the rules of a compilation.</summary>
internal static class PatchRuleReader
{
    // The symbols of a reference are shared by all compilations that have the same references.
    private static readonly ConditionalWeakTable<IAssemblySymbol, PatchRule[]> s_packages = new();

    public static PatchRules Read(KnownTypes known, PatchFiles files)
    {
        ImmutableArray<RuleLayer>.Builder layers = ImmutableArray.CreateBuilder<RuleLayer>();
        layers.Add(new RuleLayer(PatchDeclarations.InSource(known.Compilation, CancellationToken.None).Select(static p => p.Rule)
            .Concat(files.Files.SelectMany(static f => f.Lines).Select(static l => l.Rule)).OfType<PatchRule>()));
        foreach (IAssemblySymbol package in PackagesOf(known))
            layers.Add(new RuleLayer(s_packages.GetValue(package, static p => [.. PatchDeclarations.InAssembly(p).Select(static d => d.Rule).OfType<PatchRule>()])));
        return new PatchRules(layers.ToImmutable(), (member, use, method) => Fits(member, use, method, known));
    }

    private static bool Fits(ISymbol member, PatchUse? use, IMethodSymbol method, KnownTypes known)
    {
        for (ISymbol? current = member; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(current as IPropertySymbol)?.OverriddenProperty)
        {
            if (PatchFit.UsesOf(current).Any(u => (use is null || use == u) && PatchFit.Of(current, PatchedMember.Of(current, u), method, known, out _) is { ResultFits: true } or { IsAwaited: true }))
                return true;
        }

        return false;
    }

    // A package that refers to another is nearer to the project.
    private static List<IAssemblySymbol> PackagesOf(KnownTypes known)
    {
        if (known.Co?.ContainingAssembly is not { } runtime)
            return [];

        List<IAssemblySymbol> rest = [.. known.Compilation.SourceModule.ReferencedAssemblySymbols.Where(a => RefersTo(a, runtime))];
        List<IAssemblySymbol> sorted = [];
        while (rest.Count > 0)
        {
            IAssemblySymbol nearest = rest.FirstOrDefault(a => !rest.Any(b => RefersTo(b, a))) ?? rest[0];
            sorted.Add(nearest);
            rest.Remove(nearest);
        }

        return sorted;
    }

    private static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol other) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == other.Name));
}
