using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A tag at a method that never waits.</summary>
internal static class CG0010UselessTag
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UselessTag,
        title: "A coroutine that never waits",
        messageFormat: "'{0}' waits for nothing, so that its twin only calls it; remove [Coroutine]",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Nothing in the method blocks, and nobody asks for its twin: the tag has no effect but that of a second method.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UselessTag),
        customTags: WellKnownDiagnosticTags.Unnecessary);
}
