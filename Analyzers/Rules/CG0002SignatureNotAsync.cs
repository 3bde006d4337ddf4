using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The return value is of a kind that no twin can give.</summary>
internal static class CG0002SignatureNotAsync
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.SignatureNotAsync,
        title: "A coroutine cannot return this",
        messageFormat: "'{0}' cannot have a twin, because {1}, and a coroutine cannot do that; return a value, an array or Memory<T>",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin returns a coroutine, whose result cannot be a ref-like type such as Span<T>, a pointer, or a ref.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.SignatureNotAsync));
}
