using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Finds the asynchronous method that a base type has beside a blocking one, and that a derived type may override:
/// <c>Stream.FlushAsync</c> beside <c>Stream.Flush</c>.
/// </summary>
internal static class Adaptable
{
    /// <param name="overridden">The blocking method of the base type.</param>
    /// <param name="method">The tagged method that overrides it.</param>
    /// <param name="known">The known types.</param>
    public static IMethodSymbol? Find(IMethodSymbol overridden, IMethodSymbol method, KnownTypes known)
    {
        if (overridden.AssociatedSymbol is not null || method.DeclaringSyntaxReferences.IsEmpty)
            return null;

        string name = overridden.Name + "Async";
        SpanArguments spans = new(known.Compilation.GetSemanticModel(method.DeclaringSyntaxReferences[0].SyntaxTree), known);
        IMethodSymbol? found = null;
        for (INamedTypeSymbol? type = overridden.ContainingType; type is not null && found is null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, IsSealed: false } candidate && candidate.Arity == method.Arity && (candidate.IsVirtual || candidate.IsAbstract || candidate.IsOverride) &&
                    IsTaskLike(candidate.ReturnType, known) && known.Compilation.IsSymbolAccessibleWithin(candidate, method.ContainingType) &&
                    TwinFit.Of(overridden, candidate, known, spans, lambdas: null, out _) is { Window: < 0, IsWider: false } fit && fit.SpanParameters.All(p => TwinSignature.IsSpan(p.Type, known)) &&
                    (found is null || fit.Token is not null))
                {
                    found = candidate.Arity == 0 ? candidate : candidate.ConstructedFrom.Construct([.. method.TypeArguments]);
                }
            }
        }

        return found;
    }

    private static bool IsTaskLike(ITypeSymbol type, KnownTypes known) =>
        type.OriginalDefinition is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
