using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers;

/// <summary>The calls of a coroutine of which enough is said: they are swapped, or a rule about unpatched calls speaks of them.</summary>
internal static class Told
{
    /// <summary>Their places, those that are swapped as a whole included: an operator has no name to underline.</summary>
    public static HashSet<TextSpan> In(CoroutineAnalysis analysis) =>
    [
        .. analysis.Patched.Select(static call => call.Location.SourceSpan),
        .. analysis.Patched.Select(static call => call.Patch.Call.Span),
        .. analysis.Unpatched.Select(static call => call.Location.SourceSpan),
    ];
}
