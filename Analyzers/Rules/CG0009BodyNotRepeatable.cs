using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A body whose text would not mean the same in the twin.</summary>
internal static class CG0009BodyNotRepeatable
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BodyNotRepeatable,
        title: "The body of a coroutine cannot be repeated in its twin",
        messageFormat: "The twin of '{0}' cannot repeat its body, because {1}; change that, or move the body into a method without it",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin is made of the text of the method. What has another meaning in an async method, or is not seen from a generated file, cannot stand in it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BodyNotRepeatable));
}
