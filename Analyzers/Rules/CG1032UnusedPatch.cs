using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A patch of a project is about something that the project does not use.</summary>
internal static class CG1032UnusedPatch
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UnusedPatch,
        title: "A patch that is not used",
        messageFormat: "Nothing in this project uses '{0}', which this patch is about",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The patch has no effect: either the call is gone, or another member is meant.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UnusedPatch),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
