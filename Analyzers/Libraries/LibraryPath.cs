using System.Collections.Immutable;

namespace CoGen.Analyzers.Libraries;

/// <summary>How a method of a library comes to block.</summary>
/// <param name="Through">The methods that are called one by the other, without the first.</param>
/// <param name="Call">The blocking call at the end.</param>
/// <param name="Assembly">The assembly in which that stands.</param>
public sealed record LibraryPath(ImmutableArray<string> Through, string Call, string Assembly)
{
    /// <summary><c>it calls Flush, which calls FileStream.Write, in Acme.Storage</c>.</summary>
    public string Describe() => $"it calls {string.Concat(Through.Select(static name => name + ", which calls "))}{Call}, in {Assembly}";
}
