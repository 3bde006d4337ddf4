using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in the body of a lock.</summary>
internal static class CG1011BlockingCallInLock
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInLock,
        title: "A blocking call inside lock",
        messageFormat: "'{0}' blocks, and it is not patched here: {2}. Move the call out of the lock, or use a SemaphoreSlim(1) in its place.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock belongs to the thread: a coroutine that waits while it holds one would give the thread, and the lock, to another.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInLock));
}
