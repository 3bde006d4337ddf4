using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>Something of the thread's that is used on both sides of a yield.</summary>
internal static class CG1024ThreadAffinity
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.ThreadAffinity,
        title: "Something of the thread's is used across a yield",
        messageFormat: "'{0}' belongs to the thread, {1}: {2}",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Other fibers run on the same thread while one waits, and on a pool a fiber may go on on another thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.ThreadAffinity));
}
