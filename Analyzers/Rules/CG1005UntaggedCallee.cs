using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A coroutine calls an untagged method that blocks.</summary>
internal static class CG1005UntaggedCallee
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UntaggedCallee,
        title: "A coroutine calls a method that blocks and is not a coroutine",
        messageFormat: "'{0}' {1}: {2}. {3}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A method that is not tagged [Coroutine] has no twin, so a coroutine calls it as it is, and its first blocking call stops all coroutines of that thread. What it does to a lock it does as that thread, which is not who holds it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UntaggedCallee));
}
