using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Shape;

/// <summary>
/// An async method of a struct works on a copy of <c>this</c>. That goes unseen as long as nothing writes to it.
/// </summary>
internal static class StructRules
{
    public static void Judge(
        IMethodSymbol method, KnownTypes known, ImmutableArray<ShapeRefusal>.Builder refusals, CancellationToken cancellationToken)
    {
        if (FindWrite(method, known, cancellationToken) is { } write)
        {
            refusals.Add(new ShapeRefusal(
                ShapeRefusalKind.StructWritesThis, write.Syntax.GetLocation(), "it writes to its struct", method));
        }
    }

    /// <summary>The first place where <paramref name="method"/> may write to its own struct.</summary>
    public static IOperation? FindWrite(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, IsStatic: false, IsReadOnly: false, ContainingType: { TypeKind: TypeKind.Struct, IsReadOnly: false } })
            return null;

        foreach (SyntaxNode node in MemberRules.Declarations(method, cancellationToken))
        {
            if (node is not MethodDeclarationSyntax declaration || !known.Compilation.ContainsSyntaxTree(node.SyntaxTree))
                continue;

            SemanticModel model = known.Compilation.GetSemanticModel(node.SyntaxTree);
            SyntaxNode? body = declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody;
            if (body is not null && model.GetOperation(body, cancellationToken) is { } operation)
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
