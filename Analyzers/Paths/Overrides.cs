using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>Who stands in for a virtual method or an interface's, among the types of this compilation. They are looked for once, when somebody asks.</summary>
internal sealed class Overrides(KnownTypes known)
{
    private readonly Lazy<Dictionary<IMethodSymbol, List<IMethodSymbol>>> _overrides = new(() => Find(known.Compilation), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>What a call of <paramref name="method"/> on an object of <paramref name="receiver"/> may run in its place; only for methods of this compilation, of others nobody knows who overrides them.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!(method.IsVirtual || method.IsAbstract || method.IsOverride) || method.IsSealed || receiver is { IsSealed: true }
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly)
            || !_overrides.Value.TryGetValue(method.OriginalDefinition, out List<IMethodSymbol>? all))
        {
            return [];
        }

        return receiver is INamedTypeSymbol { TypeKind: TypeKind.Class } type && !SymbolEqualityComparer.Default.Equals(type, method.ContainingType)
            ? all.Where(candidate => DerivesFrom(candidate.ContainingType, type))
            : all;
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<IMethodSymbol, List<IMethodSymbol>> Find(Compilation compilation)
    {
        Dictionary<IMethodSymbol, List<IMethodSymbol>> found = new(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    Add(overridden, method);
                }
            }

            if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
            {
                foreach (INamedTypeSymbol @interface in type.AllInterfaces)
                {
                    AddImplementations(type, @interface);
                }
            }
        }

        return found;

        void AddImplementations(INamedTypeSymbol type, INamedTypeSymbol @interface)
        {
            if (!SymbolEqualityComparer.Default.Equals(@interface.ContainingAssembly, compilation.Assembly))
            {
                return;
            }

            foreach (IMethodSymbol member in @interface.GetMembers().OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } implementation)
                {
                    Add(member, implementation);
                }
            }
        }

        void Add(IMethodSymbol declared, IMethodSymbol method)
        {
            if (!found.TryGetValue(declared.OriginalDefinition, out List<IMethodSymbol>? methods))
            {
                found.Add(declared.OriginalDefinition, methods = []);
            }

            if (!methods.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default))
            {
                methods.Add(method.OriginalDefinition);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol outer)
    {
        foreach (INamespaceOrTypeSymbol inner in outer.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (inner is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol nested in TypesIn(inner))
            {
                yield return nested;
            }
        }
    }
}
