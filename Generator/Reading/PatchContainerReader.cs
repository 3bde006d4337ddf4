using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads which classes have patches that other assemblies can use.</summary>
internal static class PatchContainerReader
{
    public const string AttributeName = "CoGen.PatchAttribute";

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is MethodDeclarationSyntax;

    /// <summary>The class, from the root; nothing for one that is out of reach.</summary>
    public static string Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, ContainingType: { } type } && IsInReach(type)
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : "";

    private static bool IsInReach(INamedTypeSymbol type) =>
        type is { Name.Length: > 0, Arity: 0, IsFileLocal: false, IsImplicitClass: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } && (type.ContainingType is null ? HasName(type.ContainingNamespace) : IsInReach(type.ContainingType));

    // The name of a half-typed namespace may lack a part.
    private static bool HasName(INamespaceSymbol space) => space.IsGlobalNamespace || (space.Name.Length > 0 && HasName(space.ContainingNamespace));
}
