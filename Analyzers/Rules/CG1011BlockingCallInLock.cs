using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in the body of a lock that stays one of the thread.</summary>
internal static class CG1011BlockingCallInLock
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInLock,
        title: "A blocking call inside lock",
        messageFormat: "'{0}' blocks, and is not patched inside this lock, which belongs to the thread that other coroutines would go on using. Move the call out, or use a CoLock in place of the lock.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock that cannot become one of the fiber belongs to the thread: a coroutine that waits while it holds it would give the thread, and the lock, to another.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInLock));
}
