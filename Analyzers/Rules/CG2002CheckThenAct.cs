using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A write that goes by what was read before a yield.</summary>
internal static class CG2002CheckThenAct
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.CheckThenAct,
        title: "Check, yield, then act",
        messageFormat: "'{0}' is written here {1} on line {2}, but '{3}' on line {4} yields in between, where another fiber may write it{5}. {6}, or hold one lock from there to here.",
        category: RuleCategories.Yields,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What was read before a yield may not be true any more after it: a write that goes by it loses what others have written meanwhile, or does twice what was to be done once.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.CheckThenAct));
}
