using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>What the user has set at <c>[assembly: PatchAll]</c>.</summary>
/// <param name="Only">The namespaces, types and members that are patched; none for all.</param>
/// <param name="Except">The namespaces, types and members that are left alone.</param>
/// <param name="KeepBlocking">The members whose calls stay as they are.</param>
public sealed record PatchAllOptions(ImmutableArray<string> Only, ImmutableArray<string> Except, ImmutableArray<string> KeepBlocking)
{
    public const string AttributeName = "CoGen.PatchAllAttribute";

    private static readonly SymbolDisplayFormat s_plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether <paramref name="method"/> is among what is patched.</summary>
    public bool Cover(IMethodSymbol method) =>
        (Only.IsEmpty && Except.IsEmpty) || (FullNameOf(method) is var name && (Only.IsEmpty || Only.Any(o => Holds(o, name))) && !Except.Any(e => Holds(e, name)));

    /// <summary>Whether the user has named <paramref name="method"/> as one to leave alone: it is more than not to be among what is patched.</summary>
    public bool Exclude(IMethodSymbol method) => !Except.IsEmpty && FullNameOf(method) is var name && Except.Any(e => Holds(e, name));

    /// <summary>The names in <see cref="Only"/> and <see cref="Except"/> that stand for nothing in <paramref name="assembly"/>.</summary>
    public ImmutableArray<string> FindUnknown(IAssemblySymbol assembly)
    {
        HashSet<string> unknown = [.. Only, .. Except];
        Visit(assembly.GlobalNamespace);
        return [.. Only.Concat(Except).Distinct().Where(unknown.Contains)];

        void Visit(INamespaceOrTypeSymbol container)
        {
            foreach (ISymbol member in container.GetMembers())
            {
                if (unknown.Count == 0)
                    return;

                string name = member is IMethodSymbol method ? FullNameOf(method) : member.OriginalDefinition.ToDisplayString(s_plain);
                unknown.RemoveWhere(n => Holds(n, name));
                if (member is INamespaceOrTypeSymbol inner)
                    Visit(inner);
            }
        }
    }

    /// <summary>The names in <see cref="KeepBlocking"/> of which none of <paramref name="used"/> is one.</summary>
    public ImmutableArray<string> FindUncalled(IEnumerable<ISymbol> used)
    {
        HashSet<string> uncalled = [.. KeepBlocking];
        foreach (ISymbol member in used)
        {
            if (uncalled.Count == 0)
                break;
            uncalled.RemoveWhere(name => CoroutineOptions.IsNamed(member, name));
        }

        return [.. KeepBlocking.Distinct().Where(uncalled.Contains)];
    }

    /// <summary>Null for an assembly that is not patched as a whole.</summary>
    internal static PatchAllOptions? Read(IAssemblySymbol assembly, INamedTypeSymbol attribute)
    {
        AttributeData? data = assembly.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
        return data is null ? null : new PatchAllOptions(Names(data, nameof(Only)), Names(data, nameof(Except)), Names(data, nameof(KeepBlocking)));
    }

    private static ImmutableArray<string> Names(AttributeData data, string key)
    {
        TypedConstant value = data.NamedArguments.FirstOrDefault(a => a.Key == key).Value;
        return value is { Kind: TypedConstantKind.Array, IsNull: false } ? [.. value.Values.Select(static v => v.Value).OfType<string>()] : [];
    }

    private static string FullNameOf(IMethodSymbol method)
    {
        string member = (method.AssociatedSymbol ?? method).Name;
        return $"{method.ContainingType?.OriginalDefinition.ToDisplayString(s_plain)}.{member.Substring(member.LastIndexOf('.') + 1)}";
    }

    private static bool Holds(string outer, string name) =>
        name.StartsWith(outer, StringComparison.Ordinal) && (name.Length == outer.Length || name[outer.Length] == '.');
}
