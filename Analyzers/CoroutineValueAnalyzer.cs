using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Analyzers.Values;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Finds coroutines that are not awaited once, in the function that called them: they are dropped, awaited again, or kept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineValueAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1025CoroutineNotAwaited.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Of(context.Compilation, PatchFiles.Of(context.Options, context.CancellationToken)) is KnownTypes known)
        {
            context.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Invocation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes known)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!CoroutineValue.IsReturnedBy(call.TargetMethod, known))
        {
            return;
        }

        string name = DisplayName.OfCall(call.TargetMethod);
        switch (CoroutineValue.FateOf(call, out ILocalSymbol? local))
        {
            case CoroutineFate.Local when local is not null:
                AnalyzeLocal(context, call, local, name);
                break;
            case CoroutineFate.Fine:
                break;
            case CoroutineFate fate:
                Report(context, call.Syntax, name, fate);
                break;
        }
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, IInvocationOperation call, ILocalSymbol local, string name)
    {
        CoroutineLocal uses = CoroutineLocal.Of(local, call);
        if (!uses.BeginsWith(call))
        {
            return;
        }

        if (uses.IsUnused)
        {
            Report(context, call.Syntax, name, CoroutineFate.Dropped);
            return;
        }

        foreach ((ILocalReferenceOperation use, CoroutineFate fate) in uses.Misuses())
        {
            Report(context, use.Syntax, name, fate);
        }

        if (uses.Captured() is ILocalReferenceOperation captured)
        {
            Report(context, captured.Syntax, name, "is captured by a function that may run any number of times, or never", "Capture what AsTask() makes of it");
        }
        else if (GraphOf(context.GetControlFlowGraph(), call, context.CancellationToken) is ControlFlowGraph graph)
        {
            foreach (IOperation again in uses.Again(graph, context.CancellationToken))
            {
                Report(context, again.Syntax, name, "may have been awaited before, which throws", "Keep its result, or what AsTask() makes of it");
            }
        }
    }

    private static ControlFlowGraph? GraphOf(ControlFlowGraph graph, IInvocationOperation call, CancellationToken cancellationToken)
    {
        List<IOperation> functions = [];
        for (IOperation? outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Insert(0, outer);
            }
        }

        ControlFlowGraph? inner = graph;
        foreach (IOperation function in functions)
        {
            inner = function is ILocalFunctionOperation local
                ? inner.LocalFunctions.Contains(local.Symbol, SymbolEqualityComparer.Default) ? inner.GetLocalFunctionControlFlowGraph(local.Symbol, cancellationToken) : null
                : inner.Blocks.SelectMany(static block => block.Operations.Concat(block.BranchValue is IOperation branch ? [branch] : []))
                    .SelectMany(static operation => operation.DescendantsAndSelf())
                    .OfType<IFlowAnonymousFunctionOperation>()
                    .FirstOrDefault(lambda => lambda.Syntax == function.Syntax) is IFlowAnonymousFunctionOperation flow ? inner.GetAnonymousFunctionControlFlowGraph(flow, cancellationToken) : null;
            if (inner is null)
            {
                return null;
            }
        }

        return inner;
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, string name, CoroutineFate fate)
    {
        (string what, string advice) = fate switch
        {
            CoroutineFate.Dropped => ("is dropped: it runs on beside its caller, and nobody learns of its error", "Await it, or spawn a fiber of its own"),
            CoroutineFate.Stored => ("is stored, and it can be awaited only once, by the fiber that called it", "Store what AsTask() makes of it, or a fiber"),
            _ => ("becomes an object, which nobody can await", "Await it, and use its result"),
        };
        Report(context, place, name, what, advice);
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, string name, string what, string advice) =>
        context.ReportDiagnostic(Diagnostic.Create(CG1025CoroutineNotAwaited.Descriptor, Underline.NameIn(place), name, what, advice));
}
