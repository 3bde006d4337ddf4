using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The project is compiled in a version of C# that no twin can be written in.</summary>
internal static class CG0008LanguageTooOld
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.LanguageTooOld,
        title: "Coroutines need C# 9 or later",
        messageFormat: "'{0}' cannot have a twin, because {1}; remove <LangVersion> from the project, or set it to 9.0 or later",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A twin is source code that is compiled with the project, in the project's version of C#.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.LanguageTooOld));
}
