using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>Where a coroutine yields.</summary>
internal static class CG2001YieldPoint
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.YieldPoint,
        title: "It yields here",
        messageFormat: "'{0}' yields here: {1}",
        category: RuleCategories.Yields,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "Other fibers may run at this place, and only at such places, before the coroutine goes on.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.YieldPoint));
}
