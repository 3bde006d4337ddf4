using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>The twin of a call is one that its type inherits, and which only calls the original.</summary>
internal static class CG1028TwinBlocksToo
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.TwinBlocksToo,
        title: "A twin that is asynchronous in name only",
        messageFormat: "'{0}' becomes '{1}', which '{2}' does not override: {3}; override it, or offload the calls: [assembly: OffloadCalls(typeof({2}), \"{4}\")]",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The base classes of ADO.NET, of streams, readers and writers have asynchronous methods by themselves, which call the blocking ones.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.TwinBlocksToo));
}
