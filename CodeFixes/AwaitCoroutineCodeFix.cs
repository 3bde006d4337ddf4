using System.Collections.Immutable;
using System.Composition;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes;

/// <summary>Awaits a coroutine that is dropped or made an object, in a function that is async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCoroutineCodeFix)), Shared]
public sealed class AwaitCoroutineCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.CoroutineNotAwaited];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || root.FindToken(context.Span.Start).Parent?.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => EndsWithName(call, context.Span.End)) is not InvocationExpressionSyntax call
            || !AsyncContext.IsAround(call)
            || call.Parent is not (ExpressionStatementSyntax or InterpolationSyntax or ArgumentSyntax))
        {
            return;
        }

        if (call.Parent is ArgumentSyntax
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is SemanticModel model
            && model.GetTypeInfo(call, context.CancellationToken) is { Type: INamedTypeSymbol { IsGenericType: false } } or { ConvertedType.IsValueType: true })
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Await it",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, Awaited(call)))),
                equivalenceKey: nameof(AwaitCoroutineCodeFix)),
            context.Diagnostics);
    }

    internal static AwaitExpressionSyntax Awaited(ExpressionSyntax call) => SyntaxFactory
        .AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia())
        .WithTriviaFrom(call);

    private static bool EndsWithName(InvocationExpressionSyntax call, int end) => call.Expression.Span.End == end;
}
