using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in an unsafe or fixed block.</summary>
internal static class CG1013BlockingCallInUnsafe
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInUnsafe,
        title: "A blocking call in unsafe code",
        messageFormat: "'{0}' blocks, and is not patched inside unsafe or fixed: no pointer may live while a coroutine waits. Move the call out of the block.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pointer cannot be kept while a coroutine waits.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInUnsafe));
}
