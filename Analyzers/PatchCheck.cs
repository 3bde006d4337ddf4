using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers;

/// <summary>Says what is wrong with one patch.</summary>
internal static class PatchCheck
{
    /// <summary>Null for a patch that can take effect.</summary>
    public static Diagnostic? Of(ProjectPatch patch, KnownTypes known)
    {
        if (patch.Error is string error)
        {
            return Diagnostic.Create(CG0013PatchLineMalformed.Descriptor, patch.Location, error);
        }

        ISymbol[] members = [.. patch.Rules.SelectMany(rule => PatchedMemberFinder.Find(rule.Member, known.Compilation))];
        if (members.Length == 0)
        {
            return Diagnostic.Create(CG0011PatchOfNothing.Descriptor, patch.Location, patch.Subject);
        }

        foreach (PatchRule rule in patch.Rules.Where(rule => rule.Replaces))
        {
            ImmutableArray<IMethodSymbol> methods = [.. known.Targets.Of(rule, PatchUse.Get), .. patch.Method is null ? known.Targets.Of(rule, PatchUse.Set) : []];
            if (methods.IsEmpty)
            {
                return Diagnostic.Create(CG0011PatchOfNothing.Descriptor, patch.Location, rule.With);
            }

            if (Mismatch(members, methods, known) is string mismatch)
            {
                return Diagnostic.Create(CG0012PatchDoesNotFit.Descriptor, patch.Location, $"{methods[0].ContainingType.Name}.{methods[0].Name}", patch.Subject, mismatch);
            }
        }

        return null;
    }

    // A rule for all overloads may have methods for some, but each method must be good for something.
    private static string? Mismatch(ISymbol[] members, ImmutableArray<IMethodSymbol> methods, KnownTypes known)
    {
        if (methods[0].ContainingType is { Arity: > 0 })
        {
            return "stands in a class with type parameters";
        }

        string? mismatch = null;
        foreach (ISymbol member in members)
        {
            foreach (PatchUse use in PatchFit.UsesOf(member))
            {
                foreach (IMethodSymbol method in methods)
                {
                    PatchFit? fit = PatchFit.Of(member, PatchedMember.Of(member, use), method, known, out string why);
                    if (fit is { ResultFits: true })
                    {
                        return null;
                    }

                    mismatch ??= fit is null ? why : "returns something else";
                }
            }
        }

        return mismatch ?? "is about another kind of member";
    }
}
