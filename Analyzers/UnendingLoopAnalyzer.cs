using System.Collections.Immutable;
using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Analyzers.Waits;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Finds loops in coroutines that never give another fiber a turn.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnendingLoopAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1029LoopNeverYields.Descriptor];

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
            BlockingPaths paths = BlockingPaths.Of(known);
            context.RegisterSyntaxNodeAction(node => Analyze(node, known, paths), CoroutineWaits.Declarations);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known, BlockingPaths paths)
    {
        if (CoroutineWaits.CoroutineAt(context, known) is not IMethodSymbol method
            || !Loops(context.Node).Any()
            || CoroutineWaits.Of(method, context.Node, context.SemanticModel, known, context.CancellationToken) is not CoroutineWaits waits)
        {
            return;
        }

        UnendingLoop unending = new(waits, context.SemanticModel, known, paths, context.CancellationToken);
        foreach (StatementSyntax loop in Loops(context.Node))
        {
            if (unending.SpinsFor(loop) is string shared)
            {
                Report(loop, $"it spins until '{shared}' changes, and meanwhile no other fiber of its thread runs that could change it", "Wait for an event, such as CoEvent, or call Co.Yield() in the loop");
            }
            else if (unending.IsEndless(loop))
            {
                Report(loop, "it has neither a wait nor an end, and no other fiber of its thread runs any more", "Call Co.Yield() or Co.Sleep in it, or run it on a thread of its own");
            }
        }

        void Report(StatementSyntax loop, string what, string advice) =>
            context.ReportDiagnostic(Diagnostic.Create(CG1029LoopNeverYields.Descriptor, loop.GetFirstToken().GetLocation(), what, advice));
    }

    // What functions inside the body do is another matter: most run on another thread.
    private static IEnumerable<StatementSyntax> Loops(SyntaxNode body) => body
        .DescendantNodes(node => node == body || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<StatementSyntax>()
        .Where(static statement => statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);
}
