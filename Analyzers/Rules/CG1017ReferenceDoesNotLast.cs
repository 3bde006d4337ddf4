using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>What a call takes by reference cannot be reached after a yield.</summary>
internal static class CG1017ReferenceDoesNotLast
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.ReferenceDoesNotLast,
        title: "A reference that does not outlive a blocking call",
        messageFormat: "'{0}' blocks, and is not patched, because '{1}' could not be written to after a yield. Pass a local or a field, and copy it.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The twin takes an object that refers to the variable. For an element of a span, a ref local, or a variable that a pattern declares there is none.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.ReferenceDoesNotLast));
}
