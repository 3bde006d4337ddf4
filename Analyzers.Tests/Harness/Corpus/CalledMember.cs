using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>What snippets call, as the tables write it: <c>System.Collections.Generic.List`1</c> and <c>Add</c>.</summary>
internal static class CalledMember
{
    public static HashSet<(string Type, string Member)> CalledMembers(this IEnumerable<Snippet> snippets, CancellationToken cancellationToken)
    {
        HashSet<(string Type, string Member)> called = [];
        foreach (CSharpCompilation compilation in SnippetProgram.Compile(snippets.Select(static (snippet, i) => SnippetProgram.Of(snippet, i))))
        {
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                SemanticModel model = compilation.GetSemanticModel(tree);
                called.UnionWith(tree.GetRoot(cancellationToken).DescendantNodes()
                    .Where(static node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
                    .Select(node => model.GetSymbolInfo(node, cancellationToken).Symbol)
                    .Where(static symbol => symbol is IMethodSymbol or IPropertySymbol)
                    .Select(static symbol => (TypeName(symbol!.ContainingType), symbol.MetadataName)));
            }
        }

        return called;
    }

    private static string TypeName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{TypeName(outer)}+{type.MetadataName}"
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
