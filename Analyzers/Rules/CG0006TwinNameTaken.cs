using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>Another member stands where the twin would be.</summary>
internal static class CG0006TwinNameTaken
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.TwinNameTaken,
        title: "The name of the twin is taken",
        messageFormat: "The twin of '{0}' would be {1}; rename one of the two, or name the twin: [Coroutine(TwinName = \"…\")]",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The twin of Foo is called FooAsync, or FooCoroutine where FooAsync could be taken for another, and has the same parameters. A member of that name is in its way.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.TwinNameTaken));
}
