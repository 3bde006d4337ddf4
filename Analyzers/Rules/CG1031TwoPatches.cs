using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>Two patches of a project are about the same member.</summary>
internal static class CG1031TwoPatches
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.TwoPatches,
        title: "Two patches for one member",
        messageFormat: "There is another patch of '{0}' in this project, which comes first",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Of two patches of one project for the same member only one can take effect.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.TwoPatches),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
