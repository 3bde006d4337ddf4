using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A lock that stays one of the thread.</summary>
internal static class CG1022LockOfThread
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.LockOfThread,
        title: "A lock that stays one of the thread",
        messageFormat: "This lock blocks, and is not patched: '{1}' stays as it is inside, and only the thread may call it that holds the monitor. Move it out of the nested function, or use a CoLock with a CoCondition.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock becomes one of the fiber, which does not hold the monitor on every scheduler; so a lock stays as it is whose body has a call that only the holder of the monitor may make, and that nothing takes the place of.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.LockOfThread));
}
