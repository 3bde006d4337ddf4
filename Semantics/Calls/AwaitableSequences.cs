using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>Knows the types that can be enumerated by <c>foreach</c> and, waiting for each value, by <c>await foreach</c>.</summary>
internal static class AwaitableSequences
{
    /// <summary>
    /// The type of the values that <c>await foreach</c> over <paramref name="type"/> yields, and whether they come from the asynchronous
    /// interface of the framework, which takes a token; null for what it does not enumerate.
    /// </summary>
    public static (ITypeSymbol Element, bool TakesToken)? Of(ITypeSymbol? type, KnownTypes known)
    {
        if (type is null or { TypeKind: TypeKind.Dynamic or TypeKind.Error } || InterfaceOf(type, known) is { Length: > 1 })
            return null;
        if (InterfaceOf(type, known) is [{ } single])
            return (single.TypeArguments[0], true);
        if (FindMethod(type, "GetAsyncEnumerator") is not { ReturnType: { } run } || FindMethod(run, "MoveNextAsync") is not { } next ||
            !Awaitables.TryGetResult(next.ReturnType, out ITypeSymbol? hasNext) || hasNext.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        return BaseTypes(run).SelectMany(static t => t.GetMembers("Current"))
            .OfType<IPropertySymbol>().FirstOrDefault(static p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null })?.Type is { } element
                ? (element, false)
                : null;
    }

    /// <summary>Whether it is a sequence of CoGen's own that LINQ takes for a plain one.</summary>
    public static bool IsOfRuntime(ITypeSymbol? type, KnownTypes known) =>
        type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, known.Co?.ContainingAssembly) &&
        named.AllInterfaces.Any(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) && Of(type, known) is not null;

    private static INamedTypeSymbol[] InterfaceOf(ITypeSymbol type, KnownTypes known) => Signatures.AreEqual(type.OriginalDefinition, known.AsyncEnumerable)
        ? [(INamedTypeSymbol)type]
        : [.. type.AllInterfaces.Where(i => Signatures.AreEqual(i.OriginalDefinition, known.AsyncEnumerable))];

    private static IMethodSymbol? FindMethod(ITypeSymbol type, string name) => BaseTypes(type).SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>()
        .FirstOrDefault(static m => m is { IsStatic: false, Arity: 0, DeclaredAccessibility: Accessibility.Public } && m.Parameters.All(static p => p.IsOptional));

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
