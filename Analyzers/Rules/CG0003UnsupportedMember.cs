using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A kind of member that cannot have a twin beside it.</summary>
internal static class CG0003UnsupportedMember
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.UnsupportedMember,
        title: "This kind of member cannot be a coroutine",
        messageFormat: "'{0}' cannot have a twin, because {1}",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A twin is an ordinary method in the same type. Constructors, operators, lambdas, accessors of events, methods without a body, members of file-local types, and local functions that capture what is around them cannot have one.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.UnsupportedMember));
}
