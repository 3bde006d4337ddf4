using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A yield while a lock is held.</summary>
internal static class CG2003YieldInLock
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.YieldInLock,
        title: "It yields while it holds a lock",
        messageFormat: "'{0}' yields while '{1}' is held: all fibers and threads that want it wait until it has been given back. Move the call out of the lock where nothing in it depends on that.",
        category: RuleCategories.Yields,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A lock in a coroutine is the fiber's, and may be held across a yield; whoever wants it waits meanwhile.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.YieldInLock));
}
