using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A patch names a member, or a method, that is not there.</summary>
internal static class CG0011PatchOfNothing
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchOfNothing,
        title: "A patch of nothing",
        messageFormat: "There is no '{0}' for a patch to be about",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A patch names a member that takes the place of another, or whose place is taken. Nothing has that name.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchOfNothing),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
