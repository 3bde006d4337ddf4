using System.Collections.Immutable;
using CoGen.Analyzers.Delegates;
using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
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
        if (KnownTypes.Of(context.Compilation, PatchFiles.Of(context.Options, context.CancellationToken)) is KnownTypes known)
        {
            Search search = new(known);
            context.RegisterOperationAction(search.AnalyzeEntry, OperationKind.DelegateCreation);
            context.RegisterSyntaxNodeAction(search.Callees.Analyze, CoroutineBody.Kinds);
        }
    }

    private sealed class Search(KnownTypes known)
    {
        private static readonly BlockingPath s_noPath = new([], "");

        private readonly BlockingPaths _paths = BlockingPaths.Of(known).Asked;

        public UntaggedCallees Callees => new(known);

        public void AnalyzeEntry(OperationAnalysisContext context)
        {
            IDelegateCreationOperation creation = (IDelegateCreationOperation)context.Operation;
            DelegateTarget target = DelegateTarget.Of(creation, known);
            if (!target.IsEntry)
            {
                return;
            }

            switch (creation.Target)
            {
                case IMethodReferenceOperation group when !known.IsCoroutine(group.Method):
                    AnalyzeMethodGroup(context, group, isKept: target.IsKept);
                    break;

                // The lambdas of a coroutine are patched, or not, with its body.
                case IAnonymousFunctionOperation lambda when !IsInCoroutine(context.ContainingSymbol):
                    AnalyzeLambda(context, lambda);
                    break;
            }
        }

        private void AnalyzeMethodGroup(OperationAnalysisContext context, IMethodReferenceOperation group, bool isKept)
        {
            if (MethodBody.PlainMethod(group.Method, known) is IMethodSymbol method)
            {
                if (method.IsIterator)
                {
                    return;
                }

                if (_paths.From(method, context.CancellationToken) is BlockingPath path)
                {
                    Report(
                        context, Underline.NameIn(group.Syntax), path.Before(Step.To(method, group.Syntax)), DisplayName.Of(method), path.Describe(),
                        Tagging.AdviceFor(method, known, context.CancellationToken));
                }
            }
            else if (!isKept // which is CG1003
                && group.Method.DeclaringSyntaxReferences.IsEmpty
                && new CallResolver(group.SemanticModel!, known, enclosing: null).Blocks(group.Method, group.Instance?.Type, group.Syntax.SpanStart))
            {
                Report(
                    context, Underline.NameIn(group.Syntax), s_noPath, DisplayName.OfCall(group.Method),
                    "as a delegate it is not patched", "Call it in a [Coroutine] method and pass that");
            }
        }

        private void AnalyzeLambda(OperationAnalysisContext context, IAnonymousFunctionOperation lambda)
        {
            if (_paths.From(lambda.Body, lambda.SemanticModel!, context.CancellationToken) is BlockingPath path)
            {
                string advice = LambdaCall.Of(lambda, known) is IMethodSymbol method
                    ? $"Pass '{DisplayName.OfCall(method)}' and its arguments in place of the lambda"
                    : "Move its body into a [Coroutine] method and pass that";
                Report(context, Underline.HeadOf(lambda.Syntax), path, "the lambda", path.Describe(), advice);
            }
        }

        private void Report(OperationAnalysisContext context, Location location, BlockingPath path, string entry, string reason, string advice) =>
            context.ReportDiagnostic(Diagnostic.Create(
                CG1002UntaggedEntry.Descriptor, location, Tagging.PlacesOn(path, known, context.CancellationToken), entry, reason, advice));

        private bool IsInCoroutine(ISymbol symbol) => symbol is IMethodSymbol method && known.IsCoroutine(method);
    }
}
