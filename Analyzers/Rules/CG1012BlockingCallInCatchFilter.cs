using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in the filter of a catch.</summary>
internal static class CG1012BlockingCallInCatchFilter
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInCatchFilter,
        title: "A blocking call in a catch filter",
        messageFormat: "'{0}' blocks, and is not patched in the filter of a catch, where nothing can wait. Move the call into the catch block.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A filter runs while the exception is still in flight, where nothing can wait.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInCatchFilter));
}
