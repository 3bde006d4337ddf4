using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Versions;

/// <summary>
/// A number that is the same for two compilations when each body has the same twin in both. So an edit inside a body leaves what was read of the
/// bodies of all other files true.
/// </summary>
internal static class TwinVersion
{
    public static ulong Of(KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<SyntaxTree> trees = [.. known.Compilation.SyntaxTrees];
        ulong version = DeclarationVersion.Of(known.Compilation, trees, cancellationToken);
        version = Hash.Add(version, known.Compilation.AssemblyName ?? "");
        BodyTraits[] traits = [.. trees.Select(BodyTraits.Of)];
        HashSet<string> calledOnBase = [.. traits.SelectMany(static t => t.CalledOnBase)];
        foreach (BodyTraits trait in traits)
            version = Hash.Add(Hash.Add(version, trait.Version), trait.VersionOf(calledOnBase));

        // Which bodies make coroutines is a matter of all of them.
        foreach (IMethodSymbol method in known.FindPatchAll(cancellationToken)?.Methods ?? [])
            version = Hash.Add(version, method.GetDocumentationCommentId() ?? "");
        return version;
    }
}
