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
            // The lambda given as an entry has a fix of its own.
            if (diagnostic.AdditionalLocations.Count == 0
                || (diagnostic.Id == DiagnosticIds.UntaggedEntry && root?.FindNode(context.Span, getInnermostNodeForTie: true) is not SimpleNameSyntax)
                || await NameAt(diagnostic.AdditionalLocations[0], context.CancellationToken).ConfigureAwait(false) is not string name)
            {
                continue;
            }

            string others = diagnostic.AdditionalLocations.Count == 1 ? "" : " and the methods through which it blocks";
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Tag '{name}'{others} [Coroutine]",
                    cancellationToken => CoroutineTagger.TagAsync(context.Document.Project.Solution, diagnostic.AdditionalLocations, cancellationToken),
                    equivalenceKey: nameof(TagCoroutineCodeFix)),
                diagnostic);
        }
    }

    private static async Task<string?> NameAt(Location declaration, CancellationToken cancellationToken) =>
        declaration.SourceTree is SyntaxTree tree
            ? (await tree.GetRootAsync(cancellationToken).ConfigureAwait(false)).FindNode(declaration.SourceSpan).AncestorsAndSelf().Select(static node => node switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                IndexerDeclarationSyntax => "this",
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                _ => null,
            }).FirstOrDefault(static name => name is not null)
            : null;
}
