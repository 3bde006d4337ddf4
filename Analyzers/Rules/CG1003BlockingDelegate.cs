using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A blocking method captured as a delegate: the bare-sleep pitfall.</summary>
internal static class CG1003BlockingDelegate
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.BlockingDelegate,
        title: "A blocking method is captured as a delegate",
        messageFormat: "'{0}' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. {1}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "CoGen patches calls, by symbol. A delegate hides which method is called, so a call of the delegate stays blocking.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.BlockingDelegate));
}
