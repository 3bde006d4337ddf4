using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A method cannot take the place of the member that its patch names.</summary>
internal static class CG0012PatchDoesNotFit
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchDoesNotFit,
        title: "A patch that does not fit",
        messageFormat: "'{0}' cannot take the place of '{1}': it {2}",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method that takes the place of a member is static, takes the receiver and then the parameters of the member, and returns the same, or something to await that yields the same.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchDoesNotFit),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
