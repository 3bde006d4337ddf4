using System.Collections.Immutable;
using CoGen.CodeFixes.Syntax;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes;

/// <summary>
/// Tags all methods in one step: two diagnostics often name the same method, which a merge of separate fixes would tag twice.
/// </summary>
internal sealed class TagAllProvider : FixAllProvider
{
    public static readonly TagAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        HashSet<Location> declarations = [];
        foreach (Diagnostic diagnostic in await DiagnosticsIn(context).ConfigureAwait(false))
        {
            if (await IsTaggable(diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                declarations.UnionWith(diagnostic.AdditionalLocations);
            }
        }

        return declarations.Count == 0 ? null : CodeAction.Create(
            "Tag all methods that block [Coroutine]",
            cancellationToken => CoroutineTagger.TagAsync(context.Solution, declarations, cancellationToken),
            equivalenceKey: nameof(TagAllProvider));
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsIn(FixAllContext context)
    {
        if (context.Scope is not (FixAllScope.Project or FixAllScope.Solution))
        {
            return await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false);
        }

        ImmutableArray<Diagnostic>.Builder all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (Project project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return all.ToImmutable();
    }

    // The lambda given as an entry has a fix of its own.
    private static async Task<bool> IsTaggable(Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Id == DiagnosticIds.UntaggedCallee || diagnostic.Location.SourceTree is not SyntaxTree tree)
        {
            return diagnostic.Location.IsInSource;
        }

        SyntaxNode root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is SimpleNameSyntax;
    }
}
