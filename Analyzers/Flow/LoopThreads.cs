using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells which plain code may be run by the thread of a loop.</summary>
internal static class LoopThreads
{
    private const int Deepest = 8;

    /// <summary>
    /// Whether a fiber, or the thread that pumps a loop, may call <paramref name="method"/>. Anybody may call what is not private; what is private and only handed to
    /// threads, timers or tasks runs elsewhere.
    /// </summary>
    public static bool MayRun(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        MayRun(method, known, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private static bool MayRun(IMethodSymbol method, KnownTypes known, HashSet<IMethodSymbol> seen, CancellationToken cancellationToken)
    {
        if (!seen.Add(method) || seen.Count > Deepest)
        {
            return false;
        }

        if (known.IsCoroutine(method) || SymbolEqualityComparer.Default.Equals(method, known.Compilation.GetEntryPoint(cancellationToken)))
        {
            return true;
        }

        return PrivateCallers.CallersOf(method, known, cancellationToken) is not IEnumerable<(IMethodSymbol Caller, SyntaxNode Call)> callers
            || callers.Any(caller => !IsElsewhere(caller.Call, known, cancellationToken) && MayRun(caller.Caller, known, seen, cancellationToken));
    }

    private static bool IsElsewhere(SyntaxNode call, KnownTypes known, CancellationToken cancellationToken) =>
        NestedFunctions.IsHandedOn(call, known.Compilation.GetSemanticModel(call.SyntaxTree), known, cancellationToken);
}
