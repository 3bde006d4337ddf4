using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The method is asynchronous already.</summary>
internal static class CG0004AlreadyAsync
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.AlreadyAsync,
        title: "A coroutine is written as plain blocking code",
        messageFormat: "'{0}' is asynchronous already: {1}; remove [Coroutine], or write the method as plain blocking code",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Coroutine] turns blocking code into an async twin. A method that is async, or returns something that is awaited, has no need of it.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.AlreadyAsync));
}
