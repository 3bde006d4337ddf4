using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A name at <c>[assembly: PatchAll]</c> stands for nothing.</summary>
internal static class CG1042PatchAllNamesNothing
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchAllNamesNothing,
        title: "A name at PatchAll that stands for nothing",
        messageFormat: "PatchAll names '{0}', but nothing in this project {1}",
        category: RuleCategories.Patches,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What Only, Except or KeepBlocking names is not there: it was renamed, or the name is not written in full. What was to be left alone is patched.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchAllNamesNothing),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
