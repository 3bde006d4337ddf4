using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Finds the <c>DisposeAsync()</c> that a type inherits from the framework and that only calls <c>Dispose</c>: it is overridden, so that it
/// leads to the twin of <c>Dispose(bool)</c>.
/// </summary>
public static class DisposeRoute
{
    /// <summary>The inherited method; null when the type is no such one, or has its own.</summary>
    public static IMethodSymbol? Find(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method is not { Name: "Dispose", IsOverride: true, ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Boolean }] } ||
            CoroutineShape.PlanOf(method, known, cancellationToken).Role is not (TwinRole.Virtual or TwinRole.Plain))
        {
            return null;
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers("DisposeAsync"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false } found && !KnownTypes.IsGenerated(found))
                    return OnlyCallsDispose(type) && found is { IsSealed: false } and ({ IsVirtual: true } or { IsOverride: true }) ? found : null;
            }

            // Dispose of a stream goes by way of Close.
            if (!OnlyCallsDispose(type) && type.GetMembers("Close").Any(static m => m.IsOverride))
                return null;
        }

        return null;
    }

    private static bool OnlyCallsDispose(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.IO" => type.Name is "Stream" or "TextWriter",
        "System.Data.Common" => type.Name is "DbConnection" or "DbCommand" or "DbDataReader" or "DbTransaction" or "DbBatch",
        _ => false,
    };
}
