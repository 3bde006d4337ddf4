using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A property that blocks is used where no call of its twin can stand.</summary>
internal static class CG1020PropertyInPlace
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.PropertyInPlace,
        title: "A property that blocks is used in place",
        messageFormat: "'{0}' blocks the scheduler here, because a property that is changed in place, set by an initializer, or read by a pattern cannot be awaited; read it into a local, or assign it in a statement of its own",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The twins of a property are two methods. Where the language reads or writes the property by itself, none of them can be called.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.PropertyInPlace));
}
