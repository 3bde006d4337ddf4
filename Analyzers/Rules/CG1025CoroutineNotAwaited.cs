using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A value of type Coroutine that is dropped, awaited again, or kept where nobody knows who awaits it.</summary>
internal static class CG1025CoroutineNotAwaited
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.CoroutineNotAwaited,
        title: "A coroutine that is not awaited exactly once",
        messageFormat: "The coroutine of '{0}' {1}. {2}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A coroutine runs from the moment it is called, and is awaited once, in the fiber that called it. For anything else there is AsTask().",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.CoroutineNotAwaited));
}
