using System.Collections.Immutable;
using System.Composition;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoGen.CodeFixes;

/// <summary>Turns <c>Co.Spawn(() => Download(url))</c> into <c>Co.Spawn(Download, url)</c>, and tags <c>Download</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassMethodCodeFix)), Shared]
public sealed class PassMethodCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UntaggedEntry];

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
            if (EntryLambda.At(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model) is EntryLambda lambda)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Pass '{lambda.Method}' and its arguments in place of the lambda",
                        cancellationToken => FixAsync(context.Document, root, lambda, diagnostic, cancellationToken),
                        equivalenceKey: nameof(PassMethodCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> FixAsync(
        Document document, SyntaxNode root, EntryLambda lambda, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // The places to tag are those of the text as it is, so the call is replaced last.
        SyntaxAnnotation call = new();
        Document marked = document.WithSyntaxRoot(root.ReplaceNode(lambda.Call, lambda.Call.WithAdditionalAnnotations(call)));
        SyntaxTree? tree = await marked.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<Location> declarations = diagnostic.AdditionalLocations.Select(
            place => place.SourceTree == root.SyntaxTree ? Location.Create(tree!, place.SourceSpan) : place);
        Solution solution = await CoroutineTagger.TagAsync(marked.Project.Solution, declarations, cancellationToken).ConfigureAwait(false);
        return await solution.GetDocument(document.Id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is SyntaxNode tagged
            ? solution.WithDocumentSyntaxRoot(document.Id, tagged.ReplaceNode(tagged.GetAnnotatedNodes(call).Single(), lambda.Replacement))
            : solution;
    }
}
