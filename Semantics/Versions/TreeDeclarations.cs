using System.Runtime.CompilerServices;
using CoGen.Semantics.PatchAll;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Versions;

/// <summary>What one file tells others: all but its bodies. It is read once for each version of the file.</summary>
internal sealed class TreeDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> s_cache = new();

    private TreeDeclarations(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SourceText text = tree.GetText();
        int position = 0;
        ulong hash = Hash.Empty;
        foreach (TextSpan body in BodiesOf(root))
        {
            if (body.Start < position)
                continue;
            hash = Hash.Add(hash, text.ToString(TextSpan.FromBounds(position, body.Start)));
            position = body.End;
        }

        Version = Hash.Add(hash, text.ToString(TextSpan.FromBounds(position, text.Length)));
        PropertyNames = [.. root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<PropertyDeclarationSyntax>().Where(static p => !IsAutomatic(p)).Select(static p => p.Identifier.ValueText)];
    }

    /// <summary>Changes with whatever other files can see.</summary>
    public ulong Version { get; }

    /// <summary>The properties that could do more than give the value of a field.</summary>
    public HashSet<string> PropertyNames { get; }

    public static TreeDeclarations Of(SyntaxTree tree) => s_cache.GetValue(tree, static t => new TreeDeclarations(t));

    private static IEnumerable<TextSpan> BodiesOf(SyntaxNode root) => root.ChildNodes().OfType<GlobalStatementSyntax>().Select(static s => s.Span)
        .Concat(BodyFactsReader.MembersOf(root).Select(static n => BodyDeclaration.Of(n)?.Body?.Span ?? default).Where(static s => s.Length > 0))
        .OrderBy(static s => s.Start);

    private static bool IsAutomatic(PropertyDeclarationSyntax property) =>
        property is { ExpressionBody: null, AccessorList: { } list, Parent: not InterfaceDeclarationSyntax } &&
        list.Accessors.All(static a => a.Body is null && a.ExpressionBody is null) &&
        !property.Modifiers.Any(static m => m.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword);
}
