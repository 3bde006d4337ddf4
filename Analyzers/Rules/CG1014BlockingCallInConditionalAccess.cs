using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call that is a link of a ?. chain.</summary>
internal static class CG1014BlockingCallInConditionalAccess
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInConditionalAccess,
        title: "A blocking call in a null-conditional chain",
        messageFormat: "'{0}' blocks, and is not patched as a link of a ?. chain. Test the receiver for null with 'if', and write '.' in place of '?.'.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a whole ?. chain could be awaited, not one link of it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInConditionalAccess));
}
