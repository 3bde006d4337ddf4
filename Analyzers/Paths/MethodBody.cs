using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Paths;

/// <summary>The code of a method, which for a constructor stands in several places: the initializers of the fields come first, then the base's.</summary>
internal static class MethodBody
{
    /// <summary>The method that runs, when its code is here and is plain; what is async returns instead of waiting.</summary>
    public static IMethodSymbol? PlainMethod(IMethodSymbol? method, KnownTypes known)
    {
        IMethodSymbol? definition = (method?.ReducedFrom ?? method)?.OriginalDefinition;
        definition = definition?.PartialImplementationPart ?? definition;
        return definition is { IsAsync: false } && SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, known.Compilation.Assembly)
            && (!definition.DeclaringSyntaxReferences.IsEmpty || definition.MethodKind == MethodKind.Constructor)
                ? definition
                : null;
    }

    /// <summary>The pieces in which the code of <paramref name="method"/> comes, each with the model of its file.</summary>
    public static IEnumerable<(IOperation Operation, SemanticModel Model)> Of(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        bool isConstructor = method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor;
        List<SyntaxNode> pieces = [];
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(cancellationToken);
            if (syntax is TypeDeclarationSyntax type)
            {
                // A primary constructor has no body but what it gives to the base's.
                pieces.AddRange(type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? []);
            }
            else
            {
                pieces.Add(syntax);
            }
        }

        if (isConstructor && !pieces.Any(static piece => piece is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer }))
        {
            pieces.InsertRange(0, InitializersOf(method.ContainingType, method.IsStatic, cancellationToken));
        }

        foreach (SyntaxNode piece in pieces)
        {
            // In an editor a referenced project is source as well; a build sees its metadata only, so it is left out.
            if (!known.Compilation.ContainsSyntaxTree(piece.SyntaxTree))
            {
                continue;
            }

            // The method often stands in another file than the code under analysis, so the model at hand does not serve.
            SemanticModel model = known.Compilation.GetSemanticModel(piece.SyntaxTree);
            if (model.FindOperation(piece, cancellationToken) is IOperation operation)
            {
                yield return (operation, model);
            }
        }
    }

    /// <summary>The constructor of the base that a constructor calls without saying so.</summary>
    public static IMethodSymbol? UnsaidBase(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method is not { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Class, BaseType: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type } })
        {
            return null;
        }

        bool isSaid = method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax { Initializer: not null }
            or TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] });
        return isSaid ? null : type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.All(static parameter => parameter.IsOptional));
    }

    /// <summary>The initializers of the fields and properties of a type, of its objects or of itself.</summary>
    public static IEnumerable<SyntaxNode> InitializersOf(INamedTypeSymbol type, bool isStatic, CancellationToken cancellationToken) =>
        type.GetMembers()
            .Where(member => member.IsStatic == isStatic && member is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol)
            .SelectMany(static member => member.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer: EqualsValueClauseSyntax initializer } => initializer,
                PropertyDeclarationSyntax { Initializer: EqualsValueClauseSyntax initializer } => initializer,
                _ => null,
            })
            .OfType<SyntaxNode>();
}
