using CoGen.Semantics.PatchAll;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>What is a coroutine without a tag of its own, by <c>[assembly: PatchAll]</c>.</summary>
public sealed partial class KnownTypes
{
    private readonly Lazy<PatchAllOptions?> _patchAll;
    private readonly PatchedAssemblies? _patchedAssemblies;
    private readonly bool _tagsOnly;

    /// <summary>Whether only what is tagged is a coroutine here, whatever the assembly asks for.</summary>
    internal bool IsOfTagsOnly => _tagsOnly;
    private readonly object _gate = new();
    private PatchAllSet? _patchAllSet;

    /// <summary>What is set at <c>[assembly: PatchAll]</c>; null when the assembly is not patched as a whole.</summary>
    public PatchAllOptions? PatchAll => _patchAll.Value;

    /// <summary>The same types, by which nothing of this compilation is a coroutine but what is tagged.</summary>
    internal KnownTypes TagsOnly() => new(Compilation, _coroutineAttribute, Files, tagsOnly: true);

    /// <summary>What <c>[assembly: PatchAll]</c> makes coroutines; null when the assembly is not patched as a whole. Found once.</summary>
    public PatchAllSet? FindPatchAll(CancellationToken cancellationToken)
    {
        if (_tagsOnly || PatchAll is not { } options)
            return null;
        if (Volatile.Read(ref _patchAllSet) is { } found)
            return found;

        lock (_gate)
        {
            if (_patchAllSet is null)
                Volatile.Write(ref _patchAllSet, PatchAllSearch.Run(TagsOnly(), options, cancellationToken));
            return _patchAllSet!;
        }
    }

    /// <summary>Whether the user asked <c>[assembly: PatchAll]</c> to leave <paramref name="method"/> alone.</summary>
    public bool IsLeftOut(IMethodSymbol method) => IsOurs(method) && PatchAll is { } options && !options.Cover(method.OriginalDefinition);

    /// <summary>The same for <c>Except</c> alone: what is not among <c>Only</c> is not patched unasked, but may be asked for by a tag, or as an entry.</summary>
    public bool IsExcepted(IMethodSymbol method) => IsOurs(method) && PatchAll is { } options && options.Exclude(method.OriginalDefinition);

    /// <summary>Whether <paramref name="tree"/> is a file of this compilation that a user writes, no generator.</summary>
    public bool IsOfUser(SyntaxTree tree, CancellationToken cancellationToken) => Compilation.ContainsSyntaxTree(tree) && UserFiles.Contain(tree, Compilation, cancellationToken);

    private bool IsPatched(IMethodSymbol method) =>
        IsOurs(method) ? FindPatchAll(default)?.Contains(method) == true : _patchedAssemblies?.HaveTwinOf(method) == true;

    private bool IsOurs(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, Compilation.Assembly);
}
