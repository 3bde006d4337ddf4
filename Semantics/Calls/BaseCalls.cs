using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Says which twins cannot be called by way of <c>base</c>: those that call the original virtually. The call would come back to the
/// override that it is made from. And which would leave an override out.
/// </summary>
internal static class BaseCalls
{
    /// <summary>Whether the twin of <paramref name="method"/>, of this compilation, calls the original.</summary>
    public static bool ComesBack(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method.IsSealed || !(method.IsVirtual || method.IsOverride))
            return false;

        if (BodyDeclaration.Of(method, cancellationToken) is not { Body: { } body } declaration ||
            BodyRefusal.Of(method, declaration, body, known, cancellationToken) is not null)
        {
            return true;
        }

        SemanticModel model = known.Compilation.GetSemanticModel(body.SyntaxTree);
        return WholeBody.ObstacleTo(method, body, model, known, new MemoryArguments(model, known, method)) is not null;
    }

    /// <summary>The same for an accessor, of this compilation or another.</summary>
    public static bool AccessorComesBack(IMethodSymbol accessor, KnownTypes known, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(accessor.ContainingAssembly, known.Compilation.Assembly)
            ? ComesBack(accessor, known, cancellationToken)
            : accessor.ContainingType.OriginalDefinition.GetMembers(CoroutineShape.TwinNameOf(accessor, known)).Any(member =>
                member is IMethodSymbol twin && known.IsTwin(twin) && known.CallsOriginal(twin));

    /// <summary>Whether <paramref name="candidate"/>, found for the call of <paramref name="method"/> on <c>base</c>, may do so.</summary>
    public static bool ComesBack(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known)
    {
        if (IsAdapted(method, known))
            return false;

        // What stands above the method that the call means knows nothing of it.
        if (!IsOrDerivesFrom(candidate.ContainingType, method.ContainingType))
            return true;
        if (known.IsTwin(candidate))
            return known.CallsOriginal(candidate);

        // Streams, readers and writers of the framework come back to what a derived type has overridden.
        return (method.IsVirtual || method.IsOverride || method.IsAbstract) && IsOfTheFramework(candidate.ContainingAssembly);
    }

    /// <summary>
    /// Whether <paramref name="candidate"/> would leave out an override of the original that it cannot know. The asynchronous members that the framework's base types
    /// have by themselves call the blocking ones; those of other libraries do their work anew.
    /// </summary>
    public static bool Bypasses(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known)
    {
        IMethodSymbol root = method;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;
        return method.IsOverride && !IsAdapted(method, known) && !candidate.IsStatic && !known.IsTwin(candidate) && !IsOfTheFramework(root.ContainingAssembly) && !IsOrDerivesFrom(candidate.ContainingType, method.ContainingType);
    }

    // The override of an asynchronous method that is generated here is not there yet for the generator.
    private static bool IsAdapted(IMethodSymbol method, KnownTypes known) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly) && CoroutineShape.HasTwin(method, known, default) &&
        CoroutineShape.PlanOf(method, known, default).Role == TwinRole.Adapter;

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsOfTheFramework(IAssemblySymbol assembly) =>
        assembly.Name is "System" or "mscorlib" or "netstandard" || assembly.Name.StartsWith("System.", StringComparison.Ordinal);
}
