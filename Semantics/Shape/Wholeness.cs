using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Shape;

/// <summary>Says whether enough of a half-typed program is there to be repeated.</summary>
public static class Wholeness
{
    /// <summary>Whether the signature and everything around it can be repeated; the body is looked at elsewhere.</summary>
    public static bool HasWholeSurroundings(IMethodSymbol method, CancellationToken cancellationToken)
    {
        // Of a partial method the part with the body is repeated.
        method = method.PartialImplementationPart ?? method;
        return BodyDeclaration.Of(method, cancellationToken) is not { } declaration || HasWholeSurroundings(method, declaration);
    }

    // An accessor without a body is an automatic one; a method without a body is a mistake.
    private static bool HasWholeSurroundings(IMethodSymbol method, BodyDeclaration declaration) =>
        (declaration.Body is not null || method.IsAbstract || method.AssociatedSymbol is not null) &&
        IsFirstOfItsKind(method) && CanStandThere(method) && AgreesWithOtherPart(method) && ReturnsWhatItMust(method, declaration) &&
        !declaration.OwnerName.IsMissing && !declaration.Identifier.IsMissing &&
        declaration.Owner.ChildNodes().Where(static n => n is not (BlockSyntax or ArrowExpressionClauseSyntax or AccessorListSyntax)).All(IsWhole) &&
        declaration.Owner.Ancestors().All(static a => a switch
        {
            ExtensionBlockDeclarationSyntax extension => extension.ChildNodes().TakeWhile(static n => n is not MemberDeclarationSyntax).All(IsWhole),
            TypeDeclarationSyntax type => !type.Identifier.IsMissing && IsWhole(type.TypeParameterList),
            BaseNamespaceDeclarationSyntax space => IsWhole(space.Name),
            _ => true,
        });

    // Outside of all types, as an instance member of a static class, or of an extension block without a receiver it is a mistake.
    private static bool CanStandThere(IMethodSymbol method) =>
        !method.ContainingType.IsImplicitClass &&
        (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || (!method.ContainingType.IsStatic && method.ContainingType.ExtensionParameter is not { Name: "" }));

    private static bool AgreesWithOtherPart(IMethodSymbol method) => method.PartialDefinitionPart is not { } other ||
        (other.DeclaredAccessibility == method.DeclaredAccessibility &&
        other.DeclaringSyntaxReferences.All(static part => IsWhole((part.GetSyntax() as BaseMethodDeclarationSyntax)?.ParameterList)));

    private static bool ReturnsWhatItMust(IMethodSymbol method, BodyDeclaration declaration) =>
        (method.OverriddenMethod is not { } overridden || overridden.ReturnsVoid == method.ReturnsVoid) &&
        (IteratorShape.OfType(method.ReturnType) is not null || declaration.Block is not { } block || !IteratorShape.YieldsOf(block).Any());

    public static bool IsWhole(SyntaxNode? node) =>
        node is null || (!(node.ContainsDiagnostics && node.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error)) && !NamesOpenType(node));

    // List<> is a name only where typeof or nameof asks for it.
    private static bool NamesOpenType(SyntaxNode node) => node.DescendantNodes(static n => n is not (TypeOfExpressionSyntax or InvocationExpressionSyntax or AttributeListSyntax)).Any(static n => n is OmittedTypeArgumentSyntax);

    // Two methods of one signature are an error, but two twins of one name would be the end of the generator.
    private static bool IsFirstOfItsKind(IMethodSymbol method)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && other.MethodKind == method.MethodKind && Signatures.Collide(method, other))
            {
                return SymbolEqualityComparer.Default.Equals(other, method) ||
                    SymbolEqualityComparer.Default.Equals(other, method.PartialDefinitionPart);
            }
        }

        return true;
    }
}
