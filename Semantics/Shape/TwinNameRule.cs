using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>Whether the twin's name is free.</summary>
internal static class TwinNameRule
{
    public static void Judge(IMethodSymbol method, KnownTypes known, ImmutableArray<ShapeRefusal>.Builder refusals)
    {
        if (FindHandWritten(method, known) is null && FindObstacle(method, known) is { } obstacle)
        {
            string where = SymbolEqualityComparer.Default.Equals(obstacle.ContainingType, method.ContainingType)
                ? "exists and does not fit"
                : $"would be hidden: it is inherited from {obstacle.ContainingType.Name}";
            refusals.Add(new ShapeRefusal(
                ShapeRefusalKind.TwinNameTaken,
                method.Locations.FirstOrDefault() ?? Location.None,
                $"'{obstacle.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' {where}",
                obstacle));
        }
    }

    public static IMethodSymbol? FindHandWritten(IMethodSymbol method, KnownTypes known)
    {
        foreach (ISymbol member in Namesakes(method.ContainingType, method))
        {
            if (member is IMethodSymbol candidate && !known.IsTwin(candidate) && Serves(method, candidate, known))
                return candidate;
        }

        return null;
    }

    private static bool Serves(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known)
    {
        if (candidate.IsStatic != method.IsStatic || Signatures.WithTypeArgumentsOf(candidate, method) is not { } constructed)
            return false;
        if (!Signatures.ResultFits(method, constructed) && !Signatures.SequenceFits(method, constructed, known))
            return false;
        if (Signatures.Collide(method, candidate))
            return true;

        int count = method.Parameters.Length;
        return constructed.Parameters.Length == count + 1 &&
            Signatures.AreEqual(constructed.Parameters[count].Type, known.CancellationToken) &&
            method.Parameters.Select(static p => p.Type).SequenceEqual(constructed.Parameters.Take(count).Select(static p => p.Type), SymbolEqualityComparer.Default);
    }

    private static ISymbol? FindObstacle(IMethodSymbol method, KnownTypes known)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            bool own = SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
            foreach (ISymbol member in Namesakes(type, method))
            {
                bool stands = member is not IMethodSymbol candidate || (!known.IsTwin(candidate) && Signatures.Collide(method, candidate));
                if (stands && (own || known.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType)))
                    return member;
            }
        }

        return null;
    }

    private static ImmutableArray<ISymbol> Namesakes(INamedTypeSymbol? type, IMethodSymbol method) =>
        type?.GetMembers(CoroutineShape.TwinNameOf(method)) ?? [];
}
