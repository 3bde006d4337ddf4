using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A yield in a transaction that is the thread's.</summary>
internal static class CG2004YieldInTransaction
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.YieldInTransaction,
        title: "It yields in a transaction of the thread",
        messageFormat: "'{0}' yields in a TransactionScope that does not flow: fibers that the thread runs meanwhile find its transaction, and on another thread this one does not. Give the scope TransactionScopeAsyncFlowOption.Enabled.",
        category: RuleCategories.Yields,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A TransactionScope that does not flow keeps its transaction in a static of the thread, which other fibers of the thread share.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.YieldInTransaction));
}
