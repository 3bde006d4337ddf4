using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Where in the text a ref-like local may still be read: from its declaration to its last use, loops taken whole. No local: the whole body.</summary>
internal readonly record struct LiveRange(ILocalSymbol? Local, int Start, int End)
{
    public static List<LiveRange> OfRefLikeLocals(SyntaxNode body, SemanticModel model)
    {
        List<LiveRange> ranges = [];
        bool jumps = body.DescendantNodes().Any(static n => n is GotoStatementSyntax && n.IsKind(SyntaxKind.GotoStatement));
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax &&
                model.GetDeclaredSymbol(node) is ILocalSymbol local &&
                (local.RefKind != RefKind.None || local.Type.IsRefLikeType || local.Type is ITypeParameterSymbol { AllowsRefLikeType: true }))
            {
                SyntaxNode scope = ScopeOf(node, body);
                int start = node is ForEachStatementSyntax loop ? loop.Statement.SpanStart : node.Span.End;
                int end = jumps || IsDisposed(node) ? scope.Span.End : LastUse(local, node, scope, model);
                ranges.Add(new LiveRange(local, start, end));
            }
        }

        return ranges;
    }

    private static int LastUse(ILocalSymbol local, SyntaxNode declaration, SyntaxNode scope, SemanticModel model)
    {
        int end = declaration is ForEachStatementSyntax ? 0 : declaration.Span.End;
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != local.Name ||
                !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local))
            {
                continue;
            }

            end = Math.Max(end, name.Span.End);
            foreach (SyntaxNode ancestor in name.Ancestors().TakeWhile(n => n != scope))
            {
                // The next round reads it again, unless it is declared anew in each.
                if (IsLoop(ancestor) && !ancestor.Span.Contains(declaration.SpanStart))
                    end = Math.Max(end, ancestor.Span.End);
            }
        }

        return end;
    }

    private static SyntaxNode ScopeOf(SyntaxNode declaration, SyntaxNode body) =>
        declaration is ForEachStatementSyntax
            ? declaration
            : declaration.Ancestors().FirstOrDefault(n => n == body || IsLoop(n) || n is BlockSyntax or SwitchSectionSyntax or UsingStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) ?? body;

    private static bool IsDisposed(SyntaxNode declaration) =>
        declaration.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } or UsingStatementSyntax;

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
