using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>The twin of a method that the language calls, and no expression of the user's: what is written around the receiver to await it.</summary>
/// <param name="Symbol">The method, or the property whose getter it is.</param>
/// <param name="Name">The twin as one would name it in a message.</param>
/// <param name="Before">What stands before the receiver.</param>
/// <param name="After">What stands behind it.</param>
internal sealed record UnsaidTwin(ISymbol Symbol, string Name, string Before, string After);

/// <summary>What is known of such a method: its twin, or why it stays as it is; neither where it does not block.</summary>
internal readonly record struct UnsaidVerdict(UnsaidTwin? Twin, CallVerdict.Unpatched? Obstacle)
{
    public static UnsaidVerdict Unfit(string why) =>
        new(null, new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, why, KnownToBlock: true));
}
