using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>The lambda that does what a method group does, for a local of a coroutine, where such a lambda is patched.</summary>
internal static class WrappingLambda
{
    /// <summary>Returns null where the lambda would not compile, or not be patched.</summary>
    public static LambdaExpressionSyntax? For(ExpressionSyntax group, IMethodSymbol method, SemanticModel model)
    {
        string[] names = [.. method.Parameters.Select(static parameter => parameter.Name)];
        if (group.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { IsVar: false } } } }
            || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None)
            || names.Any(name => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || IsTaken(name, group, model))
            || !IsInCoroutine(group, model))
        {
            return null;
        }

        InvocationExpressionSyntax call = SyntaxFactory.InvocationExpression(
            group.WithoutTrivia(),
            SyntaxFactory.ArgumentList(Separated(names.Select(static name => SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name))))));
        SyntaxToken arrow = SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken)
            .WithLeadingTrivia(SyntaxFactory.Space)
            .WithTrailingTrivia(SyntaxFactory.Space);
        LambdaExpressionSyntax lambda = names.Length == 1
            ? SyntaxFactory.SimpleLambdaExpression(Parameter(names[0]), call).WithArrowToken(arrow)
            : SyntaxFactory
                .ParenthesizedLambdaExpression(SyntaxFactory.ParameterList(Separated(names.Select(Parameter))), call)
                .WithArrowToken(arrow);
        return lambda.WithTriviaFrom(group);
    }

    private static ParameterSyntax Parameter(string name) => SyntaxFactory.Parameter(SyntaxFactory.Identifier(name));

    private static SeparatedSyntaxList<TNode> Separated<TNode>(IEnumerable<TNode> nodes)
        where TNode : SyntaxNode
    {
        TNode[] list = [.. nodes];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.SeparatedList(list, Enumerable.Repeat(comma, Math.Max(0, list.Length - 1)));
    }

    private static bool IsTaken(string name, SyntaxNode at, SemanticModel model) =>
        model.LookupSymbols(at.SpanStart, name: name).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol);

    private static bool IsInCoroutine(SyntaxNode node, SemanticModel model) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is MethodDeclarationSyntax declaration
        && model.GetDeclaredSymbol(declaration) is IMethodSymbol method
        && method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "CoroutineAttribute", ContainingNamespace.Name: "CoGen" });
}
