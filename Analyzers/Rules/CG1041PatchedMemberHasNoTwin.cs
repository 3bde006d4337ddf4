using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A member of an assembly that is patched as a whole blocks and can have no twin.</summary>
internal static class CG1041PatchedMemberHasNoTwin
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PatchedMemberHasNoTwin,
        title: "A member that blocks in spite of PatchAll",
        messageFormat: "'{0}' {1}, and PatchAll leaves it blocking, because {2}; tag it [Coroutine(IsEnabled = false)], or name it in Except, if it may block",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "[assembly: PatchAll] makes a coroutine of each method that reaches a blocking call. This one can have no twin: a coroutine that calls it waits with its whole thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PatchedMemberHasNoTwin));
}
