using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A lock that stays one of the thread.</summary>
internal static class CG1022LockOfThread
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.LockOfThread,
        title: "A lock that stays one of the thread",
        messageFormat: "This lock blocks, and is not patched: '{1}' is called inside, which only the thread may do that holds the monitor. Use a CoLock with a CoCondition.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock becomes one of the fiber, which does not hold the monitor on every scheduler; so a lock whose body waits for a pulse of the monitor stays as it is.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.LockOfThread));
}
