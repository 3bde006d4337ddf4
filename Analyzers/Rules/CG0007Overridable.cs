using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The method can be overridden, and its twin would not know.</summary>
internal static class CG0007Overridable
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.Overridable,
        title: "A coroutine cannot be overridable",
        messageFormat: "'{0}' cannot have a twin, because {1}: an override would have no part in the twin; seal it, or move the body into a method that is not virtual and tag that",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin of a virtual method would run this body even where an override replaces it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.Overridable));
}
