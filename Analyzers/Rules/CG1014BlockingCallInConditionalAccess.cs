using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call that is a link of a ?. chain.</summary>
internal static class CG1014BlockingCallInConditionalAccess
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInConditionalAccess,
        title: "A blocking call in a null-conditional chain",
        messageFormat: "'{0}' blocks, and it is not patched here: {2}. Test the receiver with 'if' first and write '.' instead of '?.'.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a whole ?. chain could be awaited, not one link of it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInConditionalAccess));
}
