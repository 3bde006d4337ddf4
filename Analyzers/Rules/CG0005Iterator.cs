using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>An iterator.</summary>
internal static class CG0005Iterator
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.Iterator,
        title: "A coroutine cannot be an iterator",
        messageFormat: "'{0}' cannot have a twin, because {1}; fill a list and return it, or let the caller pass what is to be done with each item",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An iterator runs inside the foreach of its caller, piece by piece; its twin would need an asynchronous loop there.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.Iterator));
}
