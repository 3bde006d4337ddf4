using System.Collections.Immutable;
using CoGen.Analyzers.Originals;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>
/// Finds where the original of a coroutine runs though its twin was meant: in ordinary async code, on a thread that is taken for it, by reflection.
/// Plain code that calls a coroutine is as it should be.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingOriginalAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that has the name of the twin.</summary>
    public const string TwinProperty = "Twin";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1008BlockingOriginal.Descriptor];

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
            context.RegisterOperationAction(operation => AnalyzeCall(operation, known), OperationKind.Invocation);
            context.RegisterOperationAction(operation => AnalyzeDelegate(operation, known), OperationKind.DelegateCreation);
            context.RegisterOperationAction(operation => AnalyzeName(operation, known), OperationKind.NameOf);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, KnownTypes known)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (HasTwin(call.TargetMethod, known, context.CancellationToken)
            && IsInAsync(call, context.ContainingSymbol, context.Compilation, context.CancellationToken)
            && !IsInCoroutine(call, context.ContainingSymbol, known, context.CancellationToken))
        {
            string twin = CoroutineShape.TwinNameOf(call.TargetMethod, known);
            Report(context, call.Syntax, call.TargetMethod, twin, new OriginalRun("This call", "and the thread of the asynchronous code waits", $"Write 'await {twin}(…)'", IsGrave: true));
        }
    }

    private static void AnalyzeDelegate(OperationAnalysisContext context, KnownTypes known)
    {
        IDelegateCreationOperation creation = (IDelegateCreationOperation)context.Operation;
        (IMethodSymbol? method, SyntaxNode? place) = creation.Target switch
        {
            IMethodReferenceOperation group => (group.Method, group.Syntax),
            IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda when OnlyCall(lambda) is IInvocationOperation call => (call.TargetMethod, call.Syntax),
            _ => default,
        };
        if (method is null || place is null || !HasTwin(method, known, context.CancellationToken))
        {
            return;
        }

        bool inCoroutine = context.ContainingSymbol is IMethodSymbol around && known.IsCoroutine(around);
        bool isAsync = IsInAsync(creation, context.ContainingSymbol, context.Compilation, context.CancellationToken);

        // The handler that a coroutine adds has a rule of its own.
        if (HandedOut.Of(creation, method, isAsync, inCoroutine, known) is OriginalRun run && !(creation.Parent is IEventAssignmentOperation && inCoroutine))
        {
            Report(context, place, method, CoroutineShape.TwinNameOf(method, known), run);
        }
    }

    private static void AnalyzeName(OperationAnalysisContext context, KnownTypes known)
    {
        INameOfOperation name = (INameOfOperation)context.Operation;
        if (name.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: ExpressionSyntax argument }] }
            && name.SemanticModel?.GetSymbolInfo(argument, context.CancellationToken) is { CandidateSymbols: [IMethodSymbol method] }
            && HasTwin(method, known, context.CancellationToken)
            && Reflected.Of(name, CoroutineShape.TwinNameOf(method, known), known) is OriginalRun run)
        {
            Report(context, argument, method, CoroutineShape.TwinNameOf(method, known), run);
        }
    }

    private static bool HasTwin(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        known.IsCoroutine(method)
        && CoroutineShape.FormOf(method, known, cancellationToken) == TwinForm.Coroutine
        && TwinSignature.CallsOriginalBecause(method.OriginalDefinition, known) is null;

    private static IInvocationOperation? OnlyCall(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Where(static statement => statement is not IReturnOperation { IsImplicit: true, ReturnedValue: null }).ToArray() switch
        {
            [IExpressionStatementOperation { Operation: IInvocationOperation only }] => only,
            [IReturnOperation { ReturnedValue: IInvocationOperation only }] => only,
            _ => null,
        };

    // The function around it is async, and not the entry point, which may well run on and on as plain code.
    private static bool IsInAsync(IOperation operation, ISymbol containing, Compilation compilation, CancellationToken cancellationToken)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return containing is IMethodSymbol { IsAsync: true } method && !SymbolEqualityComparer.Default.Equals(method, compilation.GetEntryPoint(cancellationToken));
    }

    // The body of a coroutine is patched as a whole, except what it hands on to other threads.
    private static bool IsInCoroutine(IOperation operation, ISymbol containing, KnownTypes known, CancellationToken cancellationToken) =>
        containing is IMethodSymbol method && known.IsCoroutine(method)
        && !NestedFunctions.IsHandedOn(operation.Syntax, operation.SemanticModel!, known, cancellationToken);

    private static void Report(OperationAnalysisContext context, SyntaxNode place, IMethodSymbol method, string twin, OriginalRun run) =>
        context.ReportDiagnostic(Diagnostic.Create(
            CG1008BlockingOriginal.Descriptor,
            Underline.NameIn(place),
            run.IsGrave ? CG1008BlockingOriginal.Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(TwinProperty, twin),
            run.Runner,
            DisplayName.OfCall(method),
            run.Where,
            run.Advice));
}
