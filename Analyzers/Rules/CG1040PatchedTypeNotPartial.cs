using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A type of an assembly that is patched as a whole is not partial.</summary>
internal static class CG1040PatchedTypeNotPartial
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchedTypeNotPartial,
        title: "A type that PatchAll cannot add twins to",
        messageFormat: "'{0}' is not partial, so that PatchAll leaves {1} blocking; write 'partial' before its keyword",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "[assembly: PatchAll] makes a coroutine of each method that reaches a blocking call. Its twin is generated beside it, in the same type: that type, and each type around it, has to be partial.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchedTypeNotPartial));
}
