using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The interface cannot declare the twin of its member.</summary>
internal static class CG0007InterfaceTwin
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.InterfaceTwin,
        title: "An interface cannot declare the twin of this member",
        messageFormat: "'{0}' cannot have a twin, because {1}; take [Coroutine] from it and tag the members that implement it",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A twin returns a Coroutine<T>, which is invariant, and its default is to call the original, for which a static one has to know the type that implements it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.InterfaceTwin));
}
