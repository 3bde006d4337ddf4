using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>The names of the properties that could block. Most properties give the value of a field: by the name alone they need not be bound.</summary>
internal sealed class PropertyNames
{
    private static readonly Lazy<HashSet<string>> s_catalog = new(FindCatalogued, LazyThreadSafetyMode.ExecutionAndPublication);
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> s_references = new();

    private readonly HashSet<string>[] _names;

    public PropertyNames(Compilation compilation, ImmutableArray<SyntaxTree> userFiles) =>
        _names =
        [
            [.. userFiles.SelectMany(static tree => TreeDeclarations.Of(tree).PropertyNames)],
            s_catalog.Value,
            .. compilation.SourceModule.ReferencedAssemblySymbols.Where(PatchedAssemblies.UsesCoGen).Select(static a => s_references.GetValue(a, FindIn)),
        ];

    public bool Contains(string name)
    {
        foreach (HashSet<string> names in _names)
        {
            if (names.Contains(name))
                return true;
        }

        return false;
    }

    private static HashSet<string> FindCatalogued() =>
    [
        "Result",
        .. BlockingCatalog.BlockingRows.Where(static row => row.Member.StartsWith("P:", StringComparison.Ordinal)).Select(static row => new MemberPattern(row.Member).Name),
    ];

    private static HashSet<string> FindIn(IAssemblySymbol assembly)
    {
        HashSet<string> names = [];
        Stack<INamespaceOrTypeSymbol> pending = new([assembly.GlobalNamespace]);
        while (pending.Count > 0)
        {
            foreach (ISymbol member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    pending.Push(inner);
                else if (member is IPropertySymbol property)
                    names.Add(property.Name);
            }
        }

        return names;
    }
}
