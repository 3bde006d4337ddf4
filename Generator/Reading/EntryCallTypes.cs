using CoGen.Generator.Models;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Generator.Reading;

/// <summary>Reads the method that takes an entry, as an interceptor must repeat it.</summary>
internal static class EntryCallTypes
{
    public static EntryMethodModel? Of(IInvocationOperation call, IParameterSymbol entry, KnownTypes known)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!Nameable.Is(method.ContainingType, known) || !Nameable.Is(method.ReturnType, known) ||
            !method.Parameters.All(p => p.RefKind == RefKind.None && Nameable.Is(p.Type, known)) ||
            (!method.IsStatic && method.ContainingType.IsValueType) || !HasCoroutineOverload(method, entry, known))
        {
            return null;
        }

        return new EntryMethodModel(
            method.Name,
            Nameable.Display(method.ContainingType),
            method.IsStatic,
            Nameable.Display(method.ReturnType),
            method.Parameters.Select(static p => new ParameterModel(Nameable.Display(p.Type), "@" + p.Name)).ToEquatableArray(),
            entry.Ordinal);
    }

    private static bool HasCoroutineOverload(IMethodSymbol method, IParameterSymbol entry, KnownTypes known) =>
        method.OriginalDefinition.ContainingType.GetMembers(method.Name).Any(member =>
            member is IMethodSymbol overload && overload.Parameters.Length == method.Parameters.Length &&
            overload.Parameters[entry.Ordinal].Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } result } &&
            (SymbolEqualityComparer.Default.Equals(result.OriginalDefinition, known.Coroutine) ||
             SymbolEqualityComparer.Default.Equals(result.OriginalDefinition, known.CoroutineOfT)));
}
