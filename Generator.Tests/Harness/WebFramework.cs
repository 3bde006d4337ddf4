using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests.Harness;

/// <summary>The assemblies of ASP.NET Core, which the tests run beside and never call.</summary>
internal static class WebFramework
{
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
