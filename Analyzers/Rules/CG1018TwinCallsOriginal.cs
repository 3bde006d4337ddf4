using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The signature of the called method leaves its twin nothing but to call it.</summary>
internal static class CG1018TwinCallsOriginal
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.TwinCallsOriginal,
        title: "A twin that can only call its original",
        messageFormat: "'{0}' is not patched, because {1}, so that its twin can only call it. Take an array, Memory<T> or a class.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pointer, a ref struct, or a reference to one cannot be kept while a coroutine waits. The twin of a method that takes one has the same parameters, and calls the method.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.TwinCallsOriginal));
}
