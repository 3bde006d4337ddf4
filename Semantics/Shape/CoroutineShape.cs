using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>Judges whether a tagged method can have a twin, by its signature alone.</summary>
public static class CoroutineShape
{
    /// <summary>The name of the twin of <paramref name="method"/>.</summary>
    public static string TwinNameOf(IMethodSymbol method) => method.Name + "Async";

    /// <summary>All reasons against <paramref name="method"/>, in the order of their kinds; empty when it is fine.</summary>
    public static ImmutableArray<ShapeRefusal> Judge(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        _ = (method, known, cancellationToken);
        return ImmutableArray<ShapeRefusal>.Empty;
    }

    /// <summary>Whether a twin of <paramref name="method"/> exists once the generator has run.</summary>
    public static bool HasTwin(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (ShapeRefusal refusal in Judge(method, known, cancellationToken))
        {
            if (!refusal.StillHasTwin)
                return false;
        }

        return known.IsCoroutine(method);
    }
}
