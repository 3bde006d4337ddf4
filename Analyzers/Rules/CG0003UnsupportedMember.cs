using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A kind of member that cannot have a twin beside it.</summary>
internal static class CG0003UnsupportedMember
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UnsupportedMember,
        title: "This kind of member cannot be a coroutine",
        messageFormat: "'{0}' cannot have a twin, because {1}; move its body into an ordinary method and tag that",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A twin is an ordinary method in the same type. Local functions, lambdas, operators, accessors, explicit interface implementations, methods without a body, synchronized and unsafe methods cannot have one.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UnsupportedMember));
}
