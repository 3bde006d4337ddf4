using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A catch-all around a wait, after which the fiber goes on as if nobody had killed it.</summary>
internal static class CG1026KillSwallowed
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.KillSwallowed,
        title: "A catch clause swallows a kill",
        messageFormat: "A fiber that is killed at '{0}' lives on: this clause swallows the kill, and the fiber goes on to '{1}'. {2}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fiber is killed by an exception that is thrown in it at a wait, once. Who catches it and goes on keeps the fiber alive.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.KillSwallowed));
}
