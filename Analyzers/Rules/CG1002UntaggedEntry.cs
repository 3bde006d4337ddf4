using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>An entry of a coroutine that blocks and is not tagged.</summary>
internal static class CG1002UntaggedEntry
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UntaggedEntry,
        title: "A method that blocks is run as a coroutine without being one",
        messageFormat: "'{0}' is run as a coroutine but blocks the thread: {1}. {2}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A method that is not tagged [Coroutine] has no twin, so it runs as it is: its first blocking call stops all coroutines of that thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UntaggedEntry));
}
