using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The values of an iterator that blocks go to code that cannot await them.</summary>
internal static class CG1027SequenceOutOfLoop
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.SequenceOutOfLoop,
        title: "An iterator that blocks goes where its values cannot be awaited",
        messageFormat: "The values of '{0}' are not awaited here, and whoever enumerates them blocks the scheduler; enumerate the call itself, by foreach or an unbroken chain of LINQ",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An iterator runs in whatever enumerates it. Its twin is enumerated by an asynchronous loop, which the generator can write only where it sees the loop.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.SequenceOutOfLoop));
}
