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
