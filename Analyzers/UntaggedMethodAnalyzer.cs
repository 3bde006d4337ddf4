using System.Collections.Immutable;
using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Finds methods that ought to be coroutines: they are run as one, or called by one, they block, and they are not tagged.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntaggedMethodAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG1002UntaggedEntry.Descriptor,
        CG1005UntaggedCallee.Descriptor,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Of(context.Compilation) is KnownTypes known)
        {
            Search search = new(known);
            context.RegisterOperationAction(search.AnalyzeEntry, OperationKind.Argument);
            context.RegisterOperationAction(search.AnalyzeCall, OperationKind.Invocation);
        }
    }

    private sealed class Search(KnownTypes known)
    {
        private readonly BlockingPaths _paths = new(known);

        public void AnalyzeEntry(OperationAnalysisContext context)
        {
            if (context.Operation is not IArgumentOperation { Parameter: IParameterSymbol parameter, Value: IDelegateCreationOperation entry }
                || !known.IsEntry(parameter))
            {
                return;
            }

            switch (entry.Target)
            {
                case IMethodReferenceOperation group when !known.IsCoroutine(group.Method):
                    AnalyzeMethodGroup(context, group);
                    break;
                case IAnonymousFunctionOperation lambda when !IsInCoroutine(context.ContainingSymbol):
                    AnalyzeLambda(context, lambda);
                    break;
            }
        }

        public void AnalyzeCall(OperationAnalysisContext context)
        {
            IInvocationOperation call = (IInvocationOperation)context.Operation;
            if (IsInCoroutine(context.ContainingSymbol)
                && CallsOfBody.PlainMethod(call.TargetMethod) is { MethodKind: MethodKind.Ordinary } method
                && !known.IsCoroutine(method)
                && !IsInNestedFunction(call)
                && new CallResolver(call.SemanticModel!, known, context.ContainingSymbol as IMethodSymbol).Resolve(call, context.CancellationToken) is CallVerdict.Harmless
                && _paths.From(method, context.CancellationToken) is BlockingPath path)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CG1005UntaggedCallee.Descriptor,
                    Underline.NameIn(call.Syntax),
                    Declarations(path.Before(method)),
                    DisplayName.Of(method),
                    path.Describe()));
            }
        }

        private void AnalyzeMethodGroup(OperationAnalysisContext context, IMethodReferenceOperation group)
        {
            IMethodSymbol method = group.Method;
            BlockingPath? path = CallsOfBody.PlainMethod(method) is IMethodSymbol plain
                ? _paths.From(plain, context.CancellationToken)?.Before(plain)
                : null;
            string reason;
            string advice;
            if (path is not null)
            {
                reason = (path with { Through = path.Through.RemoveAt(0) }).Describe();
                advice = method.MethodKind == MethodKind.LocalFunction
                    ? "Make it a [Coroutine] method of a partial type"
                    : "Tag it [Coroutine]";
            }
            else if (method.DeclaringSyntaxReferences.IsEmpty
                && new CallResolver(group.SemanticModel!, known, enclosing: null).Blocks(method, group.Instance?.Type, group.Syntax.SpanStart))
            {
                reason = "as a delegate it is not patched";
                advice = "Call it in a [Coroutine] method and pass that";
            }
            else
            {
                return;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                CG1002UntaggedEntry.Descriptor,
                Underline.NameIn(group.Syntax),
                path is null ? [] : Declarations(path),
                method.DeclaringSyntaxReferences.IsEmpty ? DisplayName.OfCall(method) : DisplayName.Of(method),
                reason,
                advice));
        }

        private void AnalyzeLambda(OperationAnalysisContext context, IAnonymousFunctionOperation lambda)
        {
            if (_paths.From(lambda.Body, lambda.SemanticModel!, context.CancellationToken) is not BlockingPath path)
            {
                return;
            }

            string advice = LambdaCall.Of(lambda, known) is IMethodSymbol method
                ? $"Pass '{DisplayName.OfCall(method)}' and its arguments in place of the lambda"
                : "Move its body into a [Coroutine] method and pass that";
            context.ReportDiagnostic(Diagnostic.Create(
                CG1002UntaggedEntry.Descriptor, Underline.HeadOf(lambda.Syntax), Declarations(path), "the lambda", path.Describe(), advice));
        }

        private bool IsInCoroutine(ISymbol symbol) => symbol is IMethodSymbol method && known.IsCoroutine(method);

        private ImmutableArray<Location> Declarations(BlockingPath path) =>
            [.. path.Through.Where(method => method.MethodKind == MethodKind.Ordinary && !known.IsCoroutine(method)).Select(method => method.Locations[0])];
    }

    private static bool IsInNestedFunction(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
