using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Versions;

/// <summary>
/// A number that is the same for two compilations when each body means the same in both: they declare the same and refer to the same. So an
/// edit inside a body leaves what is known of all others true.
/// </summary>
internal static class DeclarationVersion
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> s_identities = new();
    private static long s_count;

    public static ulong Of(Compilation compilation, ImmutableArray<SyntaxTree> userFiles, CancellationToken cancellationToken)
    {
        ulong version = Hash.Empty;
        foreach (SyntaxTree tree in userFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            version = Hash.Add(version, TreeDeclarations.Of(tree).Version);
        }

        foreach (MetadataReference reference in compilation.References)
            version = Hash.Add(Hash.Add(version, (ulong)IdentityOf(ContentOf(reference))), string.Join(",", reference.Properties.Aliases));
        return version;
    }

    private static object ContentOf(MetadataReference reference) => reference switch
    {
        PortableExecutableReference image => image.GetMetadataId(),
        CompilationReference project => project.Compilation,
        _ => reference,
    };

    private static long IdentityOf(object content) =>
        s_identities.GetValue(content, static _ => new StrongBox<long>(Interlocked.Increment(ref s_count))).Value;
}
