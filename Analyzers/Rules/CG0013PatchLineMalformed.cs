using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A line of a file of patches is no rule.</summary>
internal static class CG0013PatchLineMalformed
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchLineMalformed,
        title: "A line of a patch file that is no rule",
        messageFormat: "This line is no rule: {0}",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A rule is a member, an area, an action, the method that takes the member's place, and a reason, parted by tabs.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchLineMalformed),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
