using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A span, another ref-like value or a ref is alive across a blocking call.</summary>
internal static class CG1015RefLikeAcrossCall
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.RefLikeAcrossCall,
        title: "A span is alive across a blocking call",
        messageFormat: "'{0}' blocks, and is not patched while a span or another ref-like value is in use before and after it. Use an array or Memory<T>, or end the use before the call.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A span or another ref-like value lives on the stack, which a coroutine leaves while it waits.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.RefLikeAcrossCall));
}
