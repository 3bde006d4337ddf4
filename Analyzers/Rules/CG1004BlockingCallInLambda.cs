using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking call in a lambda, local function, query or expression tree.</summary>
internal static class CG1004BlockingCallInLambda
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingCallInLambda,
        title: "A blocking call in a nested function",
        messageFormat: "'{0}' blocks, and is not patched inside a nested function, whose caller cannot wait for it. {1}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lambda or local function is called by code that cannot wait for it, so blocking calls in it stay as they are.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingCallInLambda));
}
