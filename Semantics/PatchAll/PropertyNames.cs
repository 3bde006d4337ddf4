using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Versions;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>The names of the properties that could block. Most properties give the value of a field: by the name alone they need not be bound.</summary>
internal sealed class PropertyNames
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> s_references = new();

    private readonly PatchRules _rules;
    private readonly HashSet<string>[] _names;

    public PropertyNames(KnownTypes known, ImmutableArray<SyntaxTree> userFiles)
    {
        _rules = known.Rules;
        _names =
        [
            [.. userFiles.SelectMany(static tree => TreeDeclarations.Of(tree).PropertyNames)],
            .. known.Compilation.SourceModule.ReferencedAssemblySymbols.Where(PatchedAssemblies.UsesCoGen).Select(static a => s_references.GetValue(a, FindIn)),
        ];
    }

    public bool Contains(string name)
    {
        foreach (HashSet<string> names in _names)
        {
            if (names.Contains(name))
                return true;
        }

        return _rules.AreAboutProperty(name);
    }

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
