using System.Collections.Immutable;
using System.Composition;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes;

/// <summary>Adds the filter to a catch-all that lets a kill through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetKillThroughCodeFix)), Shared]
public sealed class LetKillThroughCodeFix : CodeFixProvider
{
    private static readonly string[] s_names = ["e", "error", "exception", "caught"];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.KillSwallowed];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not SemanticModel model
            || root.FindToken(context.Span.Start).Parent is not CatchClauseSyntax { Filter: null } clause
            || Filtered(clause, model) is not CatchClauseSyntax filtered)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Let a kill through",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(clause, filtered))),
                equivalenceKey: nameof(LetKillThroughCodeFix)),
            context.Diagnostics);
    }

    /// <summary>Null where the filter would never be true.</summary>
    private static CatchClauseSyntax? Filtered(CatchClauseSyntax clause, SemanticModel model)
    {
        if (clause.Declaration is CatchDeclarationSyntax { Type: TypeSyntax type } && model.GetTypeInfo(type).Type is not INamedTypeSymbol { Name: "Exception" or "SystemException" })
        {
            return null;
        }

        string? name = clause.Declaration is { Identifier: { RawKind: not (int)SyntaxKind.None } identifier } ? identifier.Text : s_names.FirstOrDefault(free => IsFree(free, clause, model));
        if (name is null)
        {
            return null;
        }

        SyntaxTriviaList end = clause.Declaration?.GetTrailingTrivia() ?? clause.CatchKeyword.TrailingTrivia;
        string caught = clause.Declaration?.Type.ToString() ?? NameOf("Exception", clause, model);
        string filtered = NameOf("OperationCanceledException", clause, model);
        CatchClauseSyntax parsed = ((TryStatementSyntax)SyntaxFactory.ParseStatement($"try {{ }} catch ({caught} {name}) when ({name} is not {filtered}) {{ }}")).Catches[0];
        return clause
            .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(parsed.Declaration)
            .WithFilter(parsed.Filter!.WithTrailingTrivia(end));
    }

    private static string NameOf(string type, CatchClauseSyntax clause, SemanticModel model) =>
        model.GetSpeculativeTypeInfo(clause.SpanStart, SyntaxFactory.ParseTypeName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Type
            is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? type
            : "global::System." + type;

    private static bool IsFree(string name, CatchClauseSyntax clause, SemanticModel model) =>
        !model.LookupSymbols(clause.Block.SpanStart, name: name).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol)
        && !clause.DescendantTokens().Any(token => token.ValueText == name);
}
