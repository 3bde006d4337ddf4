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

/// <summary>Awaits the twin of a coroutine in ordinary async code; in a coroutine, spawns a fiber where a task was started for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunTwinCodeFix)), Shared]
public sealed class RunTwinCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingOriginal];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not SemanticModel model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is SimpleNameSyntax name
                && diagnostic.Properties.TryGetValue("Twin", out string? twin) && twin is not null
                && Replacement(name, twin, model, context.CancellationToken) is var (old, replacement, title))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement))), equivalenceKey: title.Split(' ')[0]),
                    diagnostic);
            }
        }
    }

    private static (ExpressionSyntax Old, ExpressionSyntax New, string Title)? Replacement(SimpleNameSyntax name, string twin, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax method = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        ExpressionSyntax twinned = method is MemberAccessExpressionSyntax qualified ? qualified.WithName(Renamed(name, twin)) : Renamed(name, twin);
        switch (method.Parent)
        {
            // await Task.Run(TaskA)
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Parent: AwaitExpressionSyntax awaited } }:
                return Awaited(awaited, SyntaxFactory.InvocationExpression(twinned.WithoutTrivia()), twin, model);

            // await Task.Run(() => TaskA(x))
            case InvocationExpressionSyntax { Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Parent: AwaitExpressionSyntax awaited } } } } inner:
                return Awaited(awaited, inner.WithExpression(twinned), twin, model);

            // Task.Run(TaskA);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" } } run }
                when IsInCoroutine(run, model, cancellationToken):
                InvocationExpressionSyntax spawn = SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName("Co"), SyntaxFactory.IdentifierName("Spawn")),
                    run.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(run.ArgumentList.Arguments[0])));
                return run.ArgumentList.Arguments.Count == 1 && model.GetSpeculativeSymbolInfo(run.SpanStart, spawn, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol { ContainingType: { Name: "Co", ContainingNamespace.Name: "CoGen" } }
                    ? (run, spawn.WithTriviaFrom(run), "Spawn a fiber for it")
                    : null;

            case InvocationExpressionSyntax call when call.Parent is not ConditionalAccessExpressionSyntax:
                return Awaited(call, call.WithExpression(twinned), twin, model);
            default:
                return null;
        }
    }

    private static (ExpressionSyntax, ExpressionSyntax, string)? Awaited(ExpressionSyntax old, InvocationExpressionSyntax call, string twin, SemanticModel model)
    {
        if (!AsyncContext.IsAround(old)
            || model.GetSpeculativeSymbolInfo(old.SpanStart, call.WithoutTrivia(), SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol bound
            || bound.ReturnType is not INamedTypeSymbol { Name: "Coroutine", ContainingNamespace.Name: "CoGen" })
        {
            return null;
        }

        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia());
        if (old is not AwaitExpressionSyntax && old.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax)
        {
            awaited = SyntaxFactory.ParenthesizedExpression(awaited);
        }

        return (old, awaited.WithTriviaFrom(old), $"Await '{twin}'");
    }

    private static SimpleNameSyntax Renamed(SimpleNameSyntax name, string twin) => name.WithIdentifier(SyntaxFactory.Identifier(twin).WithTriviaFrom(name.Identifier));

    private static bool IsInCoroutine(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetEnclosingSymbol(node.SpanStart, cancellationToken) is IMethodSymbol method && KnownTypes.Of(model.Compilation)?.IsCoroutine(method) == true;
}
