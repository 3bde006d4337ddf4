using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>One attribute that says what becomes of calls.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Type">The type that it names; null for an assembly.</param>
/// <param name="Name">The member, or the assembly, that it names; null for all members of the type.</param>
/// <param name="Method">The method that it stands on, or null.</param>
/// <param name="Rule">The rule that it makes; null where nothing has that name.</param>
public sealed record DeclaredPatch(AttributeData Attribute, INamedTypeSymbol? Type, string? Name, IMethodSymbol? Method, PatchRule? Rule);
