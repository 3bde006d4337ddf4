using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Shape;

/// <summary>What an iterator gives to its callers.</summary>
/// <param name="IsEnumerator">Whether it returns one run through its values, and not the values themselves.</param>
/// <param name="Element">The type of a value, or null for that of the untyped interfaces.</param>
public sealed record IteratorShape(bool IsEnumerator, ITypeSymbol? Element)
{
    /// <summary>Null for what is no iterator of this compilation's source.</summary>
    public static IteratorShape? Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        OfType(method.ReturnType) is { } shape && BodyDeclaration.All(method, cancellationToken).Any(IsIterator) ? shape : null;

    /// <summary>Null for a type that no iterator returns.</summary>
    public static IteratorShape? OfType(ITypeSymbol type) => type.OriginalDefinition.SpecialType switch
    {
        SpecialType.System_Collections_Generic_IEnumerable_T => new IteratorShape(false, ((INamedTypeSymbol)type).TypeArguments[0]),
        SpecialType.System_Collections_Generic_IEnumerator_T => new IteratorShape(true, ((INamedTypeSymbol)type).TypeArguments[0]),
        SpecialType.System_Collections_IEnumerable => new IteratorShape(false, null),
        SpecialType.System_Collections_IEnumerator => new IteratorShape(true, null),
        _ => null,
    };

    /// <summary>The yields of <paramref name="body"/> itself, and not of the functions in it.</summary>
    public static IEnumerable<YieldStatementSyntax> YieldsOf(SyntaxNode body) =>
        body.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax))
            .OfType<YieldStatementSyntax>();

    private static bool IsIterator(BodyDeclaration declaration) => declaration.Block is { } body && YieldsOf(body).Any();
}
