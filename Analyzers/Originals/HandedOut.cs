using CoGen.Analyzers.Delegates;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Originals;

/// <summary>Coroutines that are made delegates, and given to what runs delegates on threads.</summary>
internal static class HandedOut
{
    /// <summary>What runs the original behind <paramref name="creation"/>; null when nothing does that one could name.</summary>
    public static OriginalRun? Of(IDelegateCreationOperation creation, IMethodSymbol coroutine, bool isAsync, bool inCoroutine, KnownTypes known)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation || DelegateTarget.IsOfParams(value.Parent))
        {
            value = value.Parent!;
        }

        // What is CoGen's own blocks on purpose, or makes a fiber of it.
        if (value.Parent switch
        {
            IArgumentOperation { Parameter: IParameterSymbol parameter } when !known.IsEntry(parameter) => parameter.ContainingSymbol,
            IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation raised } => raised.Event,
            _ => null,
        } is not ISymbol taker || SymbolEqualityComparer.Default.Equals(taker.ContainingAssembly, known.Co?.ContainingAssembly))
        {
            return null;
        }

        string twin = CoroutineShape.TwinNameOf(coroutine, known);
        string spawn = $"Spawn a fiber for it, by '{(inCoroutine ? "Co" : "PoolScheduler.Default")}.Spawn({coroutine.Name})'";
        return taker switch
        {
            IEventSymbol when !IsInSource(taker) => new OriginalRun(
                $"The event '{DisplayName.OfCall(taker)}'", "and whoever raises it waits", "Let the handler spawn a fiber for it", IsGrave: false),
            { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } => new OriginalRun(
                $"'{DisplayName.OfCall(taker)}'", "on a thread that waits with it",
                isAsync ? $"Write 'await {twin}()', which needs no thread" : spawn, IsGrave: false),
            { ContainingType.Name: "Parallel" } => new OriginalRun(
                $"'{DisplayName.OfCall(taker)}'", "on threads that wait with it", "Spawn a fiber for each, or map over them with a CoPool", IsGrave: false),
            { ContainingType.Name: "CancellationToken" } => null,
            _ when OtherThreads.Run(taker) => new OriginalRun($"'{DisplayName.OfCall(taker)}'", "on a thread that waits with it", spawn, IsGrave: false),
            IMethodSymbol method when !IsInSource(method) && TakesAnyDelegate(value) => new OriginalRun(
                $"'{DisplayName.OfCall(method)}'", "and the thread that calls it waits", $"Give it 'async () => await {twin}()'", IsGrave: false),
            _ => null,
        };
    }

    private static bool IsInSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;

    // A framework that looks at the parameters of a delegate calls it for each request. System.Delegate itself is not one.
    private static bool TakesAnyDelegate(IOperation value) =>
        value.Parent is IArgumentOperation { Parameter: { Type: { Name: "Delegate", ContainingNamespace.Name: "System" }, ContainingSymbol.ContainingType: INamedTypeSymbol { ContainingNamespace.Name: not "System" } } };
}
