using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>What <c>[assembly: PatchAll]</c> comes to in one compilation: a fact of all of it.</summary>
public sealed class PatchAllSet
{
    private readonly HashSet<IMethodSymbol> _methods;

    internal PatchAllSet(ImmutableArray<IMethodSymbol> methods, ImmutableArray<PatchAllRefusal> refusals, ImmutableArray<PatchAllType> notPartial)
    {
        Methods = methods;
        Refusals = refusals;
        NotPartial = notPartial;
        _methods = new HashSet<IMethodSymbol>(methods, SymbolEqualityComparer.Default);
        foreach (IMethodSymbol method in methods)
        {
            // A partial method is one, whichever part is asked about.
            if (method.PartialDefinitionPart is { } declaration)
                _methods.Add(declaration);

            // A member of an extension block can be called as the static method that it is in the end.
            if (method.AssociatedExtensionImplementation is { } implementation)
                _methods.Add(implementation);
        }
    }

    /// <summary>The methods and accessors that are coroutines without a tag, in the order of the files. Of a partial method, the part with the body.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; }

    /// <summary>The methods that block and can be no coroutines.</summary>
    public ImmutableArray<PatchAllRefusal> Refusals { get; }

    /// <summary>The types that would have to be partial.</summary>
    public ImmutableArray<PatchAllType> NotPartial { get; }

    public bool Contains(IMethodSymbol method) => _methods.Contains(method.OriginalDefinition);
}

/// <summary>A method that blocks and can be no coroutine.</summary>
/// <param name="Method">The method.</param>
/// <param name="Does">What makes it block, made to follow its name: <c>calls Thread.Sleep</c>.</param>
/// <param name="Because">Why it can be none, as a clause: <c>it is a constructor</c>.</param>
public sealed record PatchAllRefusal(IMethodSymbol Method, string Does, string Because);

/// <summary>A type that is not partial and has methods, or types with methods, that would be coroutines.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">Where its name is declared.</param>
/// <param name="Methods">The names of those methods.</param>
public sealed record PatchAllType(ISymbol Type, Location Name, ImmutableArray<string> Methods);
