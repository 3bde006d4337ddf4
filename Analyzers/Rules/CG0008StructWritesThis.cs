using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A struct method that writes this.</summary>
internal static class CG0008StructWritesThis
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.StructWritesThis,
        title: "A coroutine of a struct must not write its fields",
        messageFormat: "The twin of '{0}' cannot change the struct: {1}, and an async method works on a copy; make '{2}' a class, or return the new value",
        category: RuleCategories.Shape,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An async method of a struct works on a copy of it, so what it writes is lost.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.StructWritesThis));
}
