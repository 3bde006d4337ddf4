using System.Collections.Immutable;
using System.Composition;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoGen.CodeFixes;

/// <summary>
/// Calls a blocking method by its name where it was called through a local delegate, and drops the delegate. Only for a local that
/// is called and nothing else: what becomes of any other delegate cannot be seen here.
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
    }
}
