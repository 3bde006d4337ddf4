using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A type around a coroutine is not partial: nothing can be added to it.</summary>
internal static class CG0001ContainingTypeNotPartial
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.ContainingTypeNotPartial,
        title: "The type of a coroutine must be partial",
        messageFormat: "The twin of '{0}' cannot be added to '{2}', because '{2}' is not partial; write 'partial' before its keyword",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin of a [Coroutine] method is generated beside it, in the same type. That type, and each type around it, has to be partial.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.ContainingTypeNotPartial));
}
