using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Shape;

/// <summary>
/// The declaration of one method symbol, whatever it was written as: a method, an accessor, or the arrow of a property that
/// has nothing else.
/// </summary>
public sealed class BodyDeclaration
{
    private BodyDeclaration(SyntaxNode syntax, SyntaxNode owner)
    {
        Syntax = syntax;
        Owner = owner;
    }

    /// <summary>What declares the method: for the getter of <c>int P => 1;</c> the arrow.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The method, property or indexer that stands among the members of the type.</summary>
    public SyntaxNode Owner { get; }

    /// <summary>The block or arrow clause, or null where there is none.</summary>
    public SyntaxNode? Body => (SyntaxNode?)Block ?? Arrow;

    public BlockSyntax? Block => Syntax switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        AccessorDeclarationSyntax accessor => accessor.Body,
        LocalFunctionStatementSyntax function => function.Body,
        _ => null,
    };

    public ArrowExpressionClauseSyntax? Arrow => Syntax switch
    {
        BaseMethodDeclarationSyntax method => method.ExpressionBody,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody,
        LocalFunctionStatementSyntax function => function.ExpressionBody,
        _ => Syntax as ArrowExpressionClauseSyntax,
    };

    /// <summary>The body's text, with the semicolon that ends an arrow.</summary>
    public TextSpan BodySpan => Block is { } block ? block.Span : TextSpan.FromBounds(Arrow!.SpanStart, Semicolon.Span.End);

    /// <summary>The name; for an indexer the word <c>this</c>, for an accessor the word that it begins with.</summary>
    public SyntaxToken Identifier => Syntax switch
    {
        AccessorDeclarationSyntax accessor => accessor.Keyword,
        LocalFunctionStatementSyntax function => function.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        _ => OwnerName,
    };

    /// <summary>The name of the method, property or indexer.</summary>
    public SyntaxToken OwnerName => Owner switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        IndexerDeclarationSyntax indexer => indexer.ThisKeyword,
        EventDeclarationSyntax @event => @event.Identifier,
        OperatorDeclarationSyntax @operator => @operator.OperatorToken,
        ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
        _ => Owner.GetFirstToken(),
    };

    /// <summary>The type of the method's result, or of the property; null for what has none.</summary>
    public TypeSyntax? Type => Owner switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax function => function.ReturnType,
        BasePropertyDeclarationSyntax property => property.Type,
        _ => null,
    };

    /// <summary>The modifiers of the method or property; those of the accessor itself are in <see cref="AccessorModifiers"/>.</summary>
    public SyntaxTokenList Modifiers => Owner switch
    {
        MemberDeclarationSyntax member => member.Modifiers,
        LocalFunctionStatementSyntax function => function.Modifiers,
        _ => default,
    };

    public SyntaxTokenList AccessorModifiers => Syntax is AccessorDeclarationSyntax accessor ? accessor.Modifiers : default;

    public ExplicitInterfaceSpecifierSyntax? ExplicitInterface => Owner switch
    {
        MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier,
        BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier,
        _ => null,
    };

    public TypeParameterListSyntax? TypeParameterList => Owner switch
    {
        MethodDeclarationSyntax method => method.TypeParameterList,
        LocalFunctionStatementSyntax function => function.TypeParameterList,
        _ => null,
    };

    /// <summary>The parameters that are written; the <c>value</c> of a setter is not.</summary>
    public SeparatedSyntaxList<ParameterSyntax> Parameters => Owner switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
        IndexerDeclarationSyntax indexer => indexer.ParameterList.Parameters,
        _ => default,
    };

    public SyntaxList<TypeParameterConstraintClauseSyntax> Constraints => Owner switch
    {
        MethodDeclarationSyntax method => method.ConstraintClauses,
        LocalFunctionStatementSyntax function => function.ConstraintClauses,
        _ => default,
    };

    private SyntaxToken Semicolon => Syntax switch
    {
        BaseMethodDeclarationSyntax method => method.SemicolonToken,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
        LocalFunctionStatementSyntax function => function.SemicolonToken,
        _ => Owner switch
        {
            PropertyDeclarationSyntax property => property.SemicolonToken,
            IndexerDeclarationSyntax indexer => indexer.SemicolonToken,
            _ => default,
        },
    };

    /// <summary>The declaration that has the body of <paramref name="method"/>, if it is declared in source.</summary>
    public static BodyDeclaration? Of(IMethodSymbol method, CancellationToken cancellationToken) => All(method, cancellationToken).FirstOrDefault();

    /// <summary>The declarations of <paramref name="method"/>; broken programs may have several.</summary>
    public static IEnumerable<BodyDeclaration> All(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            if (Of(reference.GetSyntax(cancellationToken)) is { } declaration)
                yield return declaration;
        }
    }

    /// <summary>Null for what declares no method.</summary>
    public static BodyDeclaration? Of(SyntaxNode syntax) => syntax switch
    {
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax => new BodyDeclaration(syntax, syntax),
        AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax owner } => new BodyDeclaration(syntax, owner),
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax owner } => new BodyDeclaration(syntax, owner),
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => new BodyDeclaration(arrow, syntax),
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => new BodyDeclaration(arrow, syntax),
        _ => null,
    };
}
