using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers;

/// <summary>Which names the code of a compilation mentions other than by calling them. It goes by text, so that it says too much rather than too little.</summary>
internal sealed class Mentions(KnownTypes known)
{
    private readonly Lazy<(HashSet<string> All, HashSet<string> Uncalled)> _names = new(() => Read(known), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Whether a method is made a delegate somewhere, its twin is called by hand, or a rule names it.</summary>
    public bool IsAskedFor(IMethodSymbol method, string twin, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _names.Value.All.Contains(twin)
            || (method.AssociatedSymbol is null && _names.Value.Uncalled.Contains(method.Name))
            || known.Files.Files.Any(file => file.Text.Contains("." + method.Name))
            || SymbolEqualityComparer.Default.Equals(method, known.Compilation.GetEntryPoint(cancellationToken));
    }

    private static (HashSet<string> All, HashSet<string> Uncalled) Read(KnownTypes known)
    {
        HashSet<string> all = [];
        HashSet<string> uncalled = [];
        IEnumerable<SyntaxTree> files = known.Compilation.SyntaxTrees.Where(tree => known.IsOfUser(tree, default));
        foreach (SimpleNameSyntax name in files.SelectMany(static tree => tree.GetRoot().DescendantNodes()).OfType<SimpleNameSyntax>())
        {
            all.Add(name.Identifier.ValueText);
            SyntaxNode callee = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax ? name.Parent : name;
            if (!(callee.Parent is InvocationExpressionSyntax call && call.Expression == callee))
            {
                uncalled.Add(name.Identifier.ValueText);
            }
        }

        return (all, uncalled);
    }
}
