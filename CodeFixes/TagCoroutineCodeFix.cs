using System.Collections.Immutable;
using System.Composition;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes;

/// <summary>Tags a method that blocks, and the methods through which it does, <c>[Coroutine]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TagCoroutineCodeFix)), Shared]
public sealed class TagCoroutineCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UntaggedEntry, DiagnosticIds.UntaggedCallee];

    public override FixAllProvider GetFixAllProvider() => TagAllProvider.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.AdditionalLocations.Count == 0
                || root?.FindNode(context.Span, getInnermostNodeForTie: true) is not SimpleNameSyntax name)
            {
                continue;
            }

            string others = diagnostic.AdditionalLocations.Count == 1 ? "" : " and the methods through which it blocks";
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Tag '{name.Identifier.ValueText}'{others} [Coroutine]",
                    cancellationToken => CoroutineTagger.TagAsync(context.Document.Project.Solution, diagnostic.AdditionalLocations, cancellationToken),
                    equivalenceKey: nameof(TagCoroutineCodeFix)),
                diagnostic);
        }
    }
}
