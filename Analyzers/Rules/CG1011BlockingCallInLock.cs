using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in the body of a lock.</summary>
internal static class CG1011BlockingCallInLock
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInLock,
        title: "A blocking call inside lock",
        messageFormat: "'{0}' blocks, and is not patched inside lock: the lock belongs to the thread, which other coroutines would go on using. Move the call out, or use a SemaphoreSlim(1) in place of the lock.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock belongs to the thread: a coroutine that waits while it holds one would give the thread, and the lock, to another.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInLock));
}
