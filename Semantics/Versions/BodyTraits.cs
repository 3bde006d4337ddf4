using System.Runtime.CompilerServices;
using CoGen.Semantics.PatchAll;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Versions;

/// <summary>
/// What the twins of other members may depend on in the bodies of one file: which are iterators, how their local functions are called, and whole
/// bodies where a caller is told by them: of those that call a delegate they are given, and of those that may be called by way of <c>base</c>. It is read once
/// for each version of the file.
/// </summary>
internal sealed class BodyTraits
{
    private const string Indexer = "this[]";

    private static readonly ConditionalWeakTable<SyntaxTree, BodyTraits> s_cache = new();

    private readonly HashSet<string> _calledOnBase = [];
    private readonly List<(string Name, ulong Body)> _overridable = [];

    private BodyTraits(SyntaxTree tree)
    {
        Version = Hash.Empty;
        foreach (SyntaxNode member in BodyFactsReader.MembersOf(tree.GetRoot()))
        {
            if (BodyDeclaration.Of(member) is { Body: { } body } declaration)
                Add(declaration, body);
        }
    }

    /// <summary>Changes with what any other member may depend on.</summary>
    public ulong Version { get; private set; }

    /// <summary>The names of the members that are called by way of <c>base</c>.</summary>
    public IReadOnlyCollection<string> CalledOnBase => _calledOnBase;

    public static BodyTraits Of(SyntaxTree tree) => s_cache.GetValue(tree, static t => new BodyTraits(t));

    /// <summary>Changes with the bodies that may be meant by calls of <paramref name="names"/> by way of <c>base</c>.</summary>
    public ulong VersionOf(HashSet<string> names)
    {
        ulong version = Hash.Empty;
        foreach ((string name, ulong body) in _overridable)
        {
            if (names.Contains(name))
                version = Hash.Add(version, body);
        }

        return version;
    }

    private void Add(BodyDeclaration declaration, SyntaxNode body)
    {
        bool yields = false;
        bool takesDelegate = false;
        HashSet<string> parameters = [.. declaration.Parameters.Select(static p => p.Identifier.ValueText)];
        foreach (SyntaxNode node in body.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case YieldStatementSyntax:
                    yields = true;
                    break;
                case LocalFunctionStatementSyntax function:
                    Version = Hash.Add(Version, function.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax { Expression: var called }:
                    takesDelegate |= (called is MemberAccessExpressionSyntax access ? access.Expression : called) is IdentifierNameSyntax name && parameters.Contains(name.Identifier.ValueText);
                    break;
                case BaseExpressionSyntax:
                    _calledOnBase.Add(node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } ? member : Indexer);
                    break;
            }
        }

        Version = Hash.Add(Version, yields ? 1UL : 0);
        if (takesDelegate)
            Version = Hash.Add(Version, body.ToString());
        if (declaration.Owner is MemberDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword))
            _overridable.Add((declaration.Owner is IndexerDeclarationSyntax ? Indexer : declaration.OwnerName.ValueText, Hash.Add(Hash.Empty, body.ToString())));
    }
}
