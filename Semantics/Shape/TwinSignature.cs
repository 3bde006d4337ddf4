using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>The signature of a twin, as it follows from that of the original.</summary>
public static class TwinSignature
{
    /// <summary>
    /// Why the twin has the very parameters of the original, which no async method can take, and therefore only calls it; null when it
    /// has parameters of its own.
    /// </summary>
    public static string? CallsOriginalBecause(IMethodSymbol method, KnownTypes known)
    {
        if (method is { IsStatic: false, ContainingType.IsRefLikeType: true })
            return $"'{method.ContainingType.Name}' is a ref struct";

        if (method is { IsStatic: false, ContainingType: { IsExtension: true, ExtensionParameter: { } receiver } } && (receiver.RefKind != RefKind.None || IsStackBound(receiver.Type)))
            return $"its receiver '{receiver.Name}' is {Display(receiver.Type)}{(receiver.RefKind == RefKind.None ? "" : ", by reference")}";

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None && IsStackBound(parameter.Type))
                return $"parameter '{parameter.Name}' is {Display(parameter.Type)}, by reference";
            if (IsStackBound(parameter.Type) && !(IsSpan(parameter.Type, known) && HasMemory(known)))
                return $"parameter '{parameter.Name}' is {Display(parameter.Type)}";
        }

        return null;
    }

    /// <summary>Whether the signature of <paramref name="method"/> can be written in an unsafe context only.</summary>
    public static bool HasPointers(IMethodSymbol method) => method.Parameters.Any(static p => IsPointer(p.Type));

    /// <summary>What becomes of <paramref name="parameter"/>, one of a method whose twin has parameters of its own.</summary>
    public static ParameterForm FormOf(IParameterSymbol parameter, KnownTypes known) => parameter.RefKind switch
    {
        RefKind.Out or RefKind.Ref => ParameterForm.Reference,
        RefKind.None => !IsSpan(parameter.Type, known) ? ParameterForm.Same : parameter.IsParams ? ParameterForm.Array : ParameterForm.Memory,
        _ => ParameterForm.Value,
    };

    /// <summary>The type that <paramref name="parameter"/> has in the twin.</summary>
    public static ITypeSymbol TypeOf(IParameterSymbol parameter, KnownTypes known)
    {
        switch (FormOf(parameter, known))
        {
            case ParameterForm.Reference when known.RefOfT is { } reference:
                return reference.Construct(parameter.Type);
            case ParameterForm.Memory when parameter.Type is INamedTypeSymbol span:
                return MemoryOf(span, known);
            case ParameterForm.Array when parameter.Type is INamedTypeSymbol span:
                return known.Compilation.CreateArrayTypeSymbol(span.TypeArguments[0]);
            default:
                return parameter.Type;
        }
    }

    /// <summary>The memory that stands for a span.</summary>
    public static INamedTypeSymbol MemoryOf(INamedTypeSymbol span, KnownTypes known) =>
        (Signatures.AreEqual(span.OriginalDefinition, known.Span) ? known.Memory! : known.ReadOnlyMemory!).Construct(span.TypeArguments[0]);

    /// <summary>Whether <paramref name="type"/> is <c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    public static bool IsSpan(ITypeSymbol? type, KnownTypes known) =>
        type is INamedTypeSymbol { Arity: 1 } named &&
        (Signatures.AreEqual(named.OriginalDefinition, known.Span) || Signatures.AreEqual(named.OriginalDefinition, known.ReadOnlySpan));

    /// <summary>Whether a type could not declare both the twin of <paramref name="method"/> and <paramref name="candidate"/>.</summary>
    public static bool Collides(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known)
    {
        if (candidate.Parameters.Length != method.Parameters.Length ||
            Signatures.WithTypeArgumentsOf(candidate, method) is not { } constructed)
        {
            return false;
        }

        bool same = CallsOriginalBecause(method, known) is not null;
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            IParameterSymbol parameter = method.Parameters[i];
            IParameterSymbol other = constructed.Parameters[i];
            bool byReference = same && parameter.RefKind != RefKind.None;
            if (!Signatures.AreEqual(same ? parameter.Type : TypeOf(parameter, known), other.Type) || byReference != (other.RefKind != RefKind.None))
                return false;
        }

        return true;
    }

    /// <summary>Whether a value of <paramref name="type"/> cannot leave the stack, or is no value that a type argument can stand for.</summary>
    public static bool IsStackBound(ITypeSymbol type) =>
        type.IsRefLikeType ||
        IsPointer(type) ||
        type is ITypeParameterSymbol { AllowsRefLikeType: true } ||
        type is { Name: "TypedReference" or "ArgIterator" or "RuntimeArgumentHandle", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsPointer),
        _ => false,
    };

    private static bool HasMemory(KnownTypes known) => known.Memory is not null && known.ReadOnlyMemory is not null;

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
