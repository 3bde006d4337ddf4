using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Lines as the messages name them.</summary>
internal static class Line
{
    public static int Of(Location location) => location.GetMappedLineSpan().StartLinePosition.Line + 1;
}
