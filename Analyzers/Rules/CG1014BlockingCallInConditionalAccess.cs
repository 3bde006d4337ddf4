using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call that is a link of a ?. chain which cannot be written out.</summary>
internal static class CG1014BlockingCallInConditionalAccess
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInConditionalAccess,
        title: "A blocking call in a null-conditional chain",
        messageFormat: "'{0}' blocks, and is not patched in this ?. chain, which cannot be written out where it stands. Test the receiver for null with 'if', and write '.' in place of '?.'.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a whole ?. chain can be awaited, not one link of it; a chain that is written out as a conditional has its place where a conditional has.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInConditionalAccess));
}
