using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A body that cannot be repeated in another place, so that its twin calls the original.</summary>
internal static class CG1021BodyNotRepeatable
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BodyNotRepeatable,
        title: "The twin of a method calls the original",
        messageFormat: "The twin of '{0}' calls the original and blocks the scheduler, because {1} here; move what blocks into a method without that",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The twin repeats the text of the method, in a generated file and in an async method, which works on a copy of its struct.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BodyNotRepeatable));
}
