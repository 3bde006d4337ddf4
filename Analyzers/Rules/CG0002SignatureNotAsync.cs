using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A parameter or the return value is of a kind that an async method cannot have.</summary>
internal static class CG0002SignatureNotAsync
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.SignatureNotAsync,
        title: "An async method cannot have this parameter or return type",
        messageFormat: "'{0}' cannot have a twin, because {1}, and an async method cannot have that; pass or return a value, an array or Memory<T>",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin is an async method. It cannot have ref, out or in parameters, ref-like types such as Span<T>, pointers, or a ref return.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.SignatureNotAsync));
}
