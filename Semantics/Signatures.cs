using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>Comparisons of signatures, blind to nullability.</summary>
public static class Signatures
{
    public static bool AreEqual(ITypeSymbol? left, ITypeSymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary><paramref name="candidate"/> with the type arguments of <paramref name="method"/>, so that their types can be compared.</summary>
    public static IMethodSymbol? WithTypeArgumentsOf(IMethodSymbol candidate, IMethodSymbol method)
    {
        if (candidate.Arity != method.Arity)
            return null;

        return candidate.Arity == 0 ? candidate : candidate.ConstructedFrom.Construct([.. method.TypeArguments]);
    }

    /// <summary>Whether a type could not declare both, were they called the same.</summary>
    public static bool Collide(IMethodSymbol method, IMethodSymbol candidate)
    {
        if (candidate.Parameters.Length != method.Parameters.Length ||
            WithTypeArgumentsOf(candidate, method) is not { } constructed)
        {
            return false;
        }

        for (int i = 0; i < method.Parameters.Length; i++)
        {
            IParameterSymbol left = method.Parameters[i];
            IParameterSymbol right = constructed.Parameters[i];
            if (!AreEqual(left.Type, right.Type) || (left.RefKind == RefKind.None) != (right.RefKind == RefKind.None))
                return false;
        }

        return true;
    }

    /// <summary>Whether <paramref name="method"/> returns something more special than what it overrides.</summary>
    public static bool IsCovariant(IMethodSymbol method)
    {
        for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (!AreEqual(WithTypeArgumentsOf(overridden, method)?.ReturnType, method.ReturnType))
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="twin"/> returns what <paramref name="method"/> does, in a form whose values can be awaited.</summary>
    public static bool SequenceFits(IMethodSymbol method, IMethodSymbol twin, KnownTypes known)
    {
        if (IteratorShape.OfType(method.ReturnType) is not { } shape || twin.ReturnType is not INamedTypeSymbol type)
            return false;
        if (shape.IsEnumerator)
            return type.ContainingType is { } owner && AreEqual(owner.OriginalDefinition, known.CoEnumerable) && Holds(owner, shape.Element);

        return (AreEqual(type.OriginalDefinition, known.CoEnumerable) || AreEqual(type.OriginalDefinition, known.AsyncEnumerable)) && Holds(type, shape.Element);
    }

    private static bool Holds(INamedTypeSymbol sequence, ITypeSymbol? element) =>
        element is null ? sequence.TypeArguments[0].SpecialType == SpecialType.System_Object : AreEqual(sequence.TypeArguments[0], element);

    /// <summary>Whether awaiting <paramref name="twin"/> yields just what <paramref name="method"/> returns.</summary>
    public static bool ResultFits(IMethodSymbol method, IMethodSymbol twin) =>
        Awaitables.TryGetResult(twin.ReturnType, out ITypeSymbol? result) && AreEqual(result, method.ReturnType);
}
