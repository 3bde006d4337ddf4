using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Where a value stands that others may see: a field, an automatic property, a captured variable, or what a collection in one of these holds.</summary>
/// <param name="Path">How it is reached, in full. Equal paths are the same place as far as one body can tell.</param>
/// <param name="Root">What the path begins at.</param>
/// <param name="Member">The last field, property or variable of the path.</param>
/// <param name="Locals">The variables that the path is written with. It means another place when one of them changes.</param>
internal sealed record Place(string Path, PlaceRoot Root, ISymbol Member, ImmutableArray<ISymbol> Locals)
{
    /// <summary>Of what a collection holds the part that is meant; <see cref="Whole"/> for all of it, null for what is no collection's.</summary>
    public string? Element { get; init; }

    /// <summary>As the user has written it.</summary>
    public string Name { get; init; } = "";

    public const string Whole = "*";

    /// <summary>Whether a write of <paramref name="written"/> may change what is read of this place.</summary>
    public bool IsChangedBy(Place written) =>
        Path == written.Path && (Element is null) == (written.Element is null) && (Element is null or Whole || Element == written.Element);

    public bool Equals(Place? other) => other is not null && Path == other.Path && Element == other.Element;

    public override int GetHashCode() => Path.GetHashCode() ^ (Element?.GetHashCode() ?? 0);
}

/// <summary>What a path begins at.</summary>
internal enum PlaceRoot
{
    /// <summary>A static member.</summary>
    Static,

    /// <summary>The object that the method is called on.</summary>
    This,

    /// <summary>An object that a local or a parameter refers to.</summary>
    Reference,

    /// <summary>A variable that several functions share.</summary>
    Captured,
}
