using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Overloads that differ, and whose twins would not: <c>Foo(params ReadOnlySpan&lt;T&gt;)</c> beside <c>Foo(params T[])</c>, <c>Foo(in int)</c>
/// beside <c>Foo(int)</c>. The one whose parameters change gives way, or the one of the derived type.
/// </summary>
internal static class CollidingOverloads
{
    /// <summary>The tagged method to which the twin of <paramref name="method"/> has to leave the usual name, if there is one.</summary>
    public static IMethodSymbol? FindBefore(IMethodSymbol method, KnownTypes known)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet) || TwinSignature.CallsOriginalBecause(method, known) is not null)
            return null;

        bool changes = method.Parameters.Any(p => TwinSignature.FormOf(p, known) != ParameterForm.Same);
        if (changes && FindIn(method.ContainingType, method, known, inherited: false) is { } other)
            return other;

        string usual = CoroutineShape.UsualTwinNameOf(method);
        for (INamedTypeSymbol? type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            if (FindIn(type, method, known, inherited: true) is { } hidden && CoroutineShape.TwinNameOf(hidden, known) == usual)
                return hidden;
        }

        return null;
    }

    private static IMethodSymbol? FindIn(INamedTypeSymbol type, IMethodSymbol method, KnownTypes known, bool inherited)
    {
        foreach (ISymbol member in type.GetMembers(method.Name))
        {
            // What has the very same signature is hidden or overridden, and its twin with it.
            if (member is IMethodSymbol other && !SymbolEqualityComparer.Default.Equals(other, method) && known.IsCoroutine(other) &&
                !(inherited && Signatures.Collide(method, other)) && TwinSignature.Collides(method, other, known))
            {
                return other;
            }
        }

        return null;
    }
}
