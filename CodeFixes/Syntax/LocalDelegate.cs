using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>A local that is set to a method group once and only ever called.</summary>
internal sealed class LocalDelegate
{
    private readonly LocalDeclarationStatementSyntax _declaration;
    private readonly ImmutableArray<InvocationExpressionSyntax> _calls;

    private LocalDelegate(
        ExpressionSyntax method, IMethodSymbol target, LocalDeclarationStatementSyntax declaration, ImmutableArray<InvocationExpressionSyntax> calls)
    {
        Method = method;
        Target = target;
        _declaration = declaration;
        _calls = calls;
    }

    /// <summary>The method group as the user wrote it.</summary>
    public ExpressionSyntax Method { get; }

    /// <summary>The method itself.</summary>
    public IMethodSymbol Target { get; }

    /// <summary>Returns null when it is not such a local, or when a direct call would not mean the same.</summary>
    public static LocalDelegate? At(SyntaxNode name, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax? method = GroupOf(name);
        if (method is null
            || name.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } declarator
            || declaration.Parent is not (BlockSyntax or GlobalStatementSyntax)
            || !IsWhole(declarator.Initializer?.Value, method)
            || !IsFreeOfEffects(method)
            || model.GetSymbolInfo(method, cancellationToken).Symbol is not IMethodSymbol target
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local)
        {
            return null;
        }

        ImmutableArray<InvocationExpressionSyntax>.Builder calls = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        foreach (IdentifierNameSyntax use in ScopeOf(declaration).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != local.Name
                || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, local))
            {
                continue;
            }

            if (CallOf(use) is not InvocationExpressionSyntax call || !BindsTo(target, call, method, model))
            {
                return null;
            }

            calls.Add(call);
        }

        return calls.Count == 0 ? null : new LocalDelegate(method, target, declaration, calls.ToImmutable());
    }

    public SyntaxNode Inline(SyntaxNode root)
    {
        SyntaxNode statement = _declaration.Parent is GlobalStatementSyntax global ? global : _declaration;
        root = root.TrackNodes(_calls.Cast<SyntaxNode>().Append(statement));
        root = root.ReplaceNodes(
            _calls.Select(call => root.GetCurrentNode(call)!),
            (_, current) => Direct(current, Method));
        root = KeepComments(root, root.GetCurrentNode(statement)!);
        return root.RemoveNode(root.GetCurrentNode(statement)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
    }

    // What is said before the statement goes on to the next.
    private static SyntaxNode KeepComments(SyntaxNode root, SyntaxNode statement)
    {
        SyntaxTriviaList said = statement.GetLeadingTrivia();
        if (!said.Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) || said.Any(static trivia => trivia.IsDirective))
        {
            return root;
        }

        SyntaxToken next = statement.GetLastToken().GetNextToken();
        IEnumerable<SyntaxTrivia> lines = said.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? said.Take(said.Count - 1) : said;
        return root.ReplaceToken(next, next.WithLeadingTrivia(lines.Concat(next.LeadingTrivia)));
    }

    private static ExpressionSyntax? GroupOf(SyntaxNode name)
    {
        SyntaxNode? node = name;
        while (node?.Parent is MemberAccessExpressionSyntax access && access.Name == node)
        {
            node = access;
        }

        return node as ExpressionSyntax;
    }

    private static bool IsWhole(ExpressionSyntax? value, ExpressionSyntax method) => value switch
    {
        CastExpressionSyntax cast => IsWhole(cast.Expression, method),
        ParenthesizedExpressionSyntax parenthesized => IsWhole(parenthesized.Expression, method),
        _ => value == method,
    };

    // The receiver was evaluated once, and would be at each call.
    private static bool IsFreeOfEffects(ExpressionSyntax method) => method switch
    {
        SimpleNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax or AliasQualifiedNameSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax access => IsFreeOfEffects(access.Expression),
        _ => false,
    };

    private static InvocationExpressionSyntax? CallOf(IdentifierNameSyntax use) => use.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == use => call,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    private static bool BindsTo(IMethodSymbol target, InvocationExpressionSyntax call, ExpressionSyntax method, SemanticModel model) =>
        call.ArgumentList.Arguments.All(static argument => argument.NameColon is null)
        && SymbolEqualityComparer.Default.Equals(
            model.GetSpeculativeSymbolInfo(call.SpanStart, Direct(call, method), SpeculativeBindingOption.BindAsExpression).Symbol, target);

    private static InvocationExpressionSyntax Direct(InvocationExpressionSyntax call, ExpressionSyntax method) =>
        call.WithExpression(method.WithoutTrivia().WithLeadingTrivia(call.GetLeadingTrivia()));

    private static SyntaxNode ScopeOf(LocalDeclarationStatementSyntax declaration) =>
        declaration.Parent is GlobalStatementSyntax global ? global.Parent! : declaration.Parent!;
}
