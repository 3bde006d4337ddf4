using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Semantics.Calls;

/// <summary>Names as short as a place allows.</summary>
public static class ScopedNames
{
    /// <summary>The bare name of <paramref name="type"/> where it means that type at <paramref name="position"/>, else the full one.</summary>
    public static string Of(INamedTypeSymbol type, SemanticModel model, int position)
    {
        ImmutableArray<ISymbol> found = model.LookupSymbols(position, name: type.Name);
        bool means = false;
        foreach (ISymbol symbol in found)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, type))
                means = true;
            else if (symbol is not INamedTypeSymbol other || other.Arity == type.Arity)
                return Full(type);
        }

        return means ? type.Name : Full(type);
    }

    /// <summary>The name of <paramref name="type"/> without its type arguments, from the root.</summary>
    public static string Full(INamedTypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));

    /// <summary>An identifier that is safe to write, were it a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.AwaitKeyword ? "@" + name : name;
}
