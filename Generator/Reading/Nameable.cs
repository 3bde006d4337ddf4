using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>Says which types a file of its own can name.</summary>
internal static class Nameable
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Display(ITypeSymbol type) => type.ToDisplayString(s_format);

    public static bool Is(ITypeSymbol type, KnownTypes known) => type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        IArrayTypeSymbol array => Is(array.ElementType, known),
        IDynamicTypeSymbol => true,
        INamedTypeSymbol named => !named.IsAnonymousType && !named.IsFileLocal && IsAccessible(named, known) &&
            (named.ContainingType is null || Is(named.ContainingType, known)) && named.TypeArguments.All(t => Is(t, known)),
        _ => false,
    };

    public static bool IsAccessible(ISymbol symbol, KnownTypes known) =>
        known.Compilation.IsSymbolAccessibleWithin(symbol, known.Compilation.Assembly);
}
