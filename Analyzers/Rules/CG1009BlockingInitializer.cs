using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>Code that the runtime runs when a coroutine first uses something, and that blocks.</summary>
internal static class CG1009BlockingInitializer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingInitializer,
        title: "An initializer blocks under a coroutine",
        messageFormat: "'{0}' blocks {1}: {2}. {3}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Static constructors and initializers, the factories of Lazy<T> and ThreadLocal<T>, and finalizers are run by the runtime, which knows no twins. The first coroutine that uses what they make waits in them with its thread.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingInitializer));
}
