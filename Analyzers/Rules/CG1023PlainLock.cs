using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A plain lock on what a coroutine locks across a yield.</summary>
internal static class CG1023PlainLock
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PlainLock,
        title: "A plain lock on what a coroutine locks across a yield",
        messageFormat: "This lock does not keep out '{1}', which holds '{0}' while '{2}' on line {3} yields: on the thread of its loop plain code walks in, and on any other thread it blocks. {4}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fiber that holds a lock across a yield holds the monitor by its thread. Code that was not rewritten, run by the same thread meanwhile, is let in, for a monitor asks only for the thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PlainLock));
}
