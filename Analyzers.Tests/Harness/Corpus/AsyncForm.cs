using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>
/// A snippet as the analyzers of others see a coroutine, which is in an async method: what is tagged becomes one, and what calls it awaits it. The lines
/// stay as they are.
/// </summary>
internal sealed class AsyncForm : CSharpSyntaxRewriter
{
    private readonly HashSet<string> _coroutines;
    private bool _inCoroutine;

    private AsyncForm(HashSet<string> coroutines)
    {
        _coroutines = coroutines;
    }

    public static SnippetProgram Of(Snippet snippet, int number)
    {
        SnippetProgram program = SnippetProgram.Of(snippet, number);
        SyntaxNode root = program.Tree.GetRoot();
        HashSet<string> names =
        [
            .. root.DescendantNodes().Select(static node => node switch
            {
                MethodDeclarationSyntax method when IsTagged(method.AttributeLists) => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function when IsTagged(function.AttributeLists) => function.Identifier.ValueText,
                _ => "",
            }),
        ];
        return program with { Tree = root.SyntaxTree.WithRootAndOptions(new AsyncForm(names).Visit(root), root.SyntaxTree.Options) };
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        bool isTagged = IsTagged(node.AttributeLists);
        MethodDeclarationSyntax visited = (MethodDeclarationSyntax)Inside(isTagged, () => base.VisitMethodDeclaration(node))!;
        if (!isTagged)
            return visited;

        visited = visited.WithReturnType(Awaitable(visited.ReturnType, node));
        return node.Body is null && node.ExpressionBody is null ? visited : visited.AddModifiers(Token(SyntaxKind.AsyncKeyword));
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        bool isTagged = IsTagged(node.AttributeLists);
        LocalFunctionStatementSyntax visited = (LocalFunctionStatementSyntax)Inside(isTagged, () => base.VisitLocalFunctionStatement(node))!;
        return isTagged ? visited.WithReturnType(Awaitable(visited.ReturnType, node)).AddModifiers(Token(SyntaxKind.AsyncKeyword)) : visited;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Inside(isCoroutine: false, () => base.VisitParenthesizedLambdaExpression(node));

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        Inside(isCoroutine: false, () => base.VisitSimpleLambdaExpression(node));

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        SyntaxNode? visited = base.VisitInvocationExpression(node);
        string name = node.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => "",
        };
        if (!_inCoroutine || name.Length == 0 || !_coroutines.Contains(name) || visited is not ExpressionSyntax call)
            return visited;

        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(Token(SyntaxKind.AwaitKeyword), call.WithoutTrivia());
        return (node.Parent is ExpressionStatementSyntax ? awaited : SyntaxFactory.ParenthesizedExpression(awaited)).WithTriviaFrom(call);
    }

    // In its place stands an attribute that means nothing, and the lines stay.
    public override SyntaxNode? VisitAttribute(AttributeSyntax node) =>
        IsTag(node) ? SyntaxFactory.Attribute(SyntaxFactory.ParseName("System.ComponentModel.Description")).WithTriviaFrom(node) : base.VisitAttribute(node);

    private static bool IsTagged(SyntaxList<AttributeListSyntax> lists) => lists.Any(static list => list.Attributes.Any(IsTag));

    // What is to block by intent is no coroutine for others either.
    private static bool IsTag(AttributeSyntax attribute) =>
        attribute.Name.ToString() is "Coroutine" && attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText is "IsEnabled" or "KeepBlocking") is not true;

    private static SyntaxToken Token(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static TypeSyntax Awaitable(TypeSyntax type, SyntaxNode function)
    {
        string name = type switch
        {
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => "Task",
            GenericNameSyntax { Identifier.ValueText: "IEnumerable" } items when function.DescendantNodes().Any(static node => node is YieldStatementSyntax)
                => $"IAsyncEnumerable{items.TypeArgumentList}",
            _ => $"Task<{type}>",
        };
        return SyntaxFactory.ParseTypeName(name).WithTriviaFrom(type);
    }

    private SyntaxNode? Inside(bool isCoroutine, Func<SyntaxNode?> visit)
    {
        (bool outer, _inCoroutine) = (_inCoroutine, isCoroutine);
        SyntaxNode? visited = visit();
        _inCoroutine = outer;
        return visited;
    }
}
