using System.Text;
using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Generator.Reading;

/// <summary>Reads how generated code in a place of its own reaches the twin of an entry.</summary>
internal static class EntryTwinReader
{
    private static readonly SymbolDisplayFormat s_plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static EntryTwinModel? Read(IMethodReferenceOperation reference, IParameterSymbol entry, KnownTypes known)
    {
        IMethodSymbol method = reference.Method;
        if (AccessOf(reference, known) is not { } access || DelegateTypeOf(method, entry, known) is not { } delegateType ||
            !method.Parameters.All(p => Nameable.Is(p.Type, known)) || !method.TypeArguments.All(t => Nameable.Is(t, known)))
        {
            return null;
        }

        bool hidden = access is TwinAccess.PrivateStaticOfHiddenType or TwinAccess.PrivateInstanceOfHiddenType;
        return new EntryTwinModel(
            access,
            delegateType,
            hidden ? RuntimeNameOf(method.ContainingType) : Nameable.Display(method.ContainingType.WithNullableAnnotation(NullableAnnotation.None)),
            CoroutineShape.PlanOf(method, known, CancellationToken.None).Name,
            method.Arity == 0 ? "" : "<" + string.Join(", ", method.TypeArguments.Select(Nameable.Display)) + ">",
            CoroutineOf(method.ReturnType, known),
            method.Parameters.Select(static p => Nameable.Display(p.Type)).ToEquatableArray());
    }

    private static TwinAccess? AccessOf(IMethodReferenceOperation reference, KnownTypes known)
    {
        IMethodSymbol method = reference.Method;
        INamedTypeSymbol type = method.ContainingType;

        if (method.MethodKind == MethodKind.LocalFunction)
            return AccessOfLifted(method, known);

        // The runtime finds the static method that a member of an extension is in the end.
        if (type.IsExtension)
            return null;

        // A boxed struct, or the first argument of an extension method, is not what the twin is called on.
        if (!method.IsStatic && (type.TypeKind != TypeKind.Class || reference.Instance is null))
            return null;
        if (method.IsStatic && reference.Instance is not null)
            return null;

        bool canNameType = Nameable.Is(type, known);
        if (canNameType && Nameable.IsAccessible(method.OriginalDefinition, known))
            return method.IsStatic ? TwinAccess.Static : TwinAccess.Instance;

        // An accessor would have to repeat type parameters and their constraints.
        if (method.Arity > 0 || IsInGeneric(type) || type.IsFileLocal)
            return null;
        if (!canNameType || type.IsStatic)
            return method.IsStatic ? TwinAccess.PrivateStaticOfHiddenType : TwinAccess.PrivateInstanceOfHiddenType;
        return method.IsStatic ? TwinAccess.PrivateStatic : TwinAccess.PrivateInstance;
    }

    private static TwinAccess? AccessOfLifted(IMethodSymbol function, KnownTypes known)
    {
        INamedTypeSymbol type = function.ContainingType;
        if (function.Arity > 0 || IsInGeneric(type) || type.TypeKind != TypeKind.Class)
            return null;

        return !Nameable.Is(type, known) || type.IsStatic ? TwinAccess.PrivateStaticOfHiddenType : TwinAccess.PrivateStatic;
    }

    private static string? DelegateTypeOf(IMethodSymbol method, IParameterSymbol entry, KnownTypes known)
    {
        if (entry.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ||
            !SymbolEqualityComparer.Default.Equals(invoke.ReturnType, method.ReturnType) ||
            invoke.Parameters.Length != method.Parameters.Length || !Nameable.Is(entry.Type, known))
        {
            return null;
        }

        IEnumerable<string> types = invoke.Parameters.Select(static p => Nameable.Display(p.Type)).Concat([CoroutineOf(invoke.ReturnType, known)]);
        return $"global::System.Func<{string.Join(", ", types)}>";
    }

    private static string CoroutineOf(ITypeSymbol result, KnownTypes known) => result.SpecialType == SpecialType.System_Void
        ? Nameable.Display(known.Coroutine!)
        : Nameable.Display(known.CoroutineOfT!.Construct(result));

    private static bool IsInGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
                return true;
        }

        return false;
    }

    private static string RuntimeNameOf(INamedTypeSymbol type)
    {
        StringBuilder name = new(type.MetadataName);
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name.Insert(0, outer.MetadataName + "+");
        if (!type.ContainingNamespace.IsGlobalNamespace)
            name.Insert(0, type.ContainingNamespace.ToDisplayString(s_plain) + ".");
        return $"{name}, {type.ContainingAssembly.Identity.Name}";
    }
}
