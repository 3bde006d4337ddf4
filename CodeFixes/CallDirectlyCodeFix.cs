using System.Collections.Immutable;
using System.Composition;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes;

/// <summary>
/// Calls a blocking method by its name where it was called through a local delegate, and drops the delegate; or, in a coroutine,
/// calls it by its name in a lambda. Only for a local that is called and nothing else: what becomes of any other delegate cannot be
/// seen here, by this fix or by the patch.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallDirectlyCodeFix)), Shared]
public sealed class CallDirectlyCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingDelegate];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not SemanticModel model
            || LocalDelegate.At(root.FindNode(context.Span, getInnermostNodeForTie: true), model, context.CancellationToken) is not LocalDelegate local)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Call '{local.Method}' directly",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(local.Inline(root))),
                equivalenceKey: nameof(CallDirectlyCodeFix)),
            context.Diagnostics);
        if (WrappingLambda.For(local.Method, local.Target, model) is LambdaExpressionSyntax lambda)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Call '{local.Method}' in a lambda",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(local.Method, lambda))),
                    equivalenceKey: nameof(WrappingLambda)),
                context.Diagnostics);
        }
    }
}
