using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// An async method of a struct works on a copy of <c>this</c>. That goes unseen as long as nothing writes to it.
/// </summary>
public static class StructRules
{
    /// <summary>The first place where <paramref name="method"/> may write to its own struct.</summary>
    public static IOperation? FindWrite(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method is not { IsStatic: false, IsReadOnly: false, ContainingType: { TypeKind: TypeKind.Struct, IsReadOnly: false } })
            return null;

        // An iterator works on a copy itself.
        if (IteratorShape.Of(method, cancellationToken) is not null)
            return null;

        foreach (BodyDeclaration declaration in BodyDeclaration.All(method, cancellationToken))
        {
            if (declaration.Body is not { } body || !known.Compilation.ContainsSyntaxTree(body.SyntaxTree))
                continue;

            SemanticModel model = known.Compilation.GetSemanticModel(body.SyntaxTree);
            if (model.FindOperation(body, cancellationToken) is { } operation)
            {
                ThisWriteFinder finder = new();
                finder.Visit(operation);
                if (finder.Write is not null)
                    return finder.Write;
            }
        }

        return null;
    }
}
