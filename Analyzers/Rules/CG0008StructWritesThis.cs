using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A struct method that writes this.</summary>
internal static class CG0008StructWritesThis
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.StructWritesThis,
        title: "A coroutine of a struct must not write its fields",
        messageFormat: "The twin of '{0}' would work on a copy of the struct, and what it writes here would be lost; return the new value, or make the struct a class",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An async method of a struct works on a copy of it, so what it writes is lost.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.StructWritesThis));
}
