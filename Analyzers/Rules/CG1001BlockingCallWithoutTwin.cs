using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A known-blocking call that nothing can take the place of.</summary>
internal static class CG1001BlockingCallWithoutTwin
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallWithoutTwin,
        title: "A blocking call without a twin",
        messageFormat: "'{0}' blocks the thread of all coroutines and has no twin: it waits for {2}. {1}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The call is known to block and nothing can take its place, so the coroutine blocks its thread, and with it all other coroutines of that thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallWithoutTwin));
}
