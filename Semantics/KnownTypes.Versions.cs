using System.Runtime.CompilerServices;
using CoGen.Semantics.Versions;

namespace CoGen.Semantics;

/// <summary>What lets readings outlive a compilation.</summary>
public sealed partial class KnownTypes
{
    private StrongBox<ulong>? _version;

    /// <summary>The <see cref="TwinVersion"/>, computed once.</summary>
    internal ulong VersionOfTwins(CancellationToken cancellationToken) => (_version ??= new StrongBox<ulong>(TwinVersion.Of(this, cancellationToken))).Value;
}
