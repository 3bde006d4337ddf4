using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>What a method that takes the place of a member has to take and to return.</summary>
/// <param name="Receiver">The type of the receiver, which comes first; null where there is none.</param>
/// <param name="Parameters">The parameters after it; for a setter without the value.</param>
/// <param name="Value">The value that is assigned, which comes last; or null.</param>
/// <param name="Result">What is returned; null for nothing.</param>
/// <param name="TypeArguments">The type arguments: the type's, then the method's.</param>
public sealed record PatchedMember(
    ITypeSymbol? Receiver, ImmutableArray<IParameterSymbol> Parameters, ITypeSymbol? Value, ITypeSymbol? Result, ImmutableArray<ITypeSymbol> TypeArguments)
{
    /// <summary>How many type arguments are the method's own.</summary>
    public int OwnArity { get; init; }

    /// <summary>How many parameters the method has in its place.</summary>
    public int Count => (Receiver is null ? 0 : 1) + Parameters.Length + (Value is null ? 0 : 1);

    /// <summary>The same for one use of a member.</summary>
    /// <param name="member">The method, constructor or property.</param>
    /// <param name="use">How it is used.</param>
    /// <param name="receiver">What stands for the receiver, where that is another type.</param>
    public static PatchedMember Of(ISymbol member, PatchUse use, ITypeSymbol? receiver = null)
    {
        ITypeSymbol? instance = member.IsStatic || member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? null : receiver ?? member.ContainingType;
        return member switch
        {
            IPropertySymbol property => use == PatchUse.Set
                ? new(instance, property.Parameters, property.Type, null, TypeArgumentsOf(member.ContainingType))
                : new(instance, property.Parameters, null, property.Type, TypeArgumentsOf(member.ContainingType)),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => new(null, constructor.Parameters, null, member.ContainingType, TypeArgumentsOf(member.ContainingType)),
            IMethodSymbol method => new(instance, method.Parameters, null, method.ReturnsVoid ? null : method.ReturnType, [.. TypeArgumentsOf(method.ContainingType), .. method.TypeArguments]) { OwnArity = method.Arity },
            _ => throw new ArgumentException($"'{member}' cannot be called.", nameof(member)),
        };
    }

    private static ImmutableArray<ITypeSymbol> TypeArgumentsOf(INamedTypeSymbol? type) =>
        type is null ? [] : [.. TypeArgumentsOf(type.ContainingType), .. type.TypeArguments];
}
