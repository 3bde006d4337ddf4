using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A coroutine that is called, or handed out, where only its original can run.</summary>
internal static class CG1008BlockingOriginal
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingOriginal,
        title: "A coroutine is run as its blocking original",
        messageFormat: "{0} runs the blocking original of '{1}', {2}. {3}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A [Coroutine] method keeps its body, which blocks its thread. Its twin runs where a coroutine calls it, where it is the entry of a fiber, or where it is awaited.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingOriginal));
}
