using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A method of the twin's name exists, but it does not fit.</summary>
internal static class CG1016TwinDoesNotFit
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.TwinDoesNotFit,
        title: "A twin that does not fit",
        messageFormat: "'{0}' is not patched, though it looks as if it blocks: {1}",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A method of the twin's name exists, but calling it instead would not compile, or not mean the same.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.TwinDoesNotFit));
}
