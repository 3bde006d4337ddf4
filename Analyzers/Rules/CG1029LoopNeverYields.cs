using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A loop in a coroutine that gives no other fiber a turn, and that nothing else ends.</summary>
internal static class CG1029LoopNeverYields
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.LoopNeverYields,
        title: "A loop that never yields",
        messageFormat: "This loop never yields: {0}. {1}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Fibers take turns where they wait. A loop without a wait keeps its thread until it ends, and what it looks for no other fiber of the thread can bring about.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.LoopNeverYields));
}
