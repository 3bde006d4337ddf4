using System.Collections.Immutable;
using CoGen.Analyzers.Flow;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Says what goes on across the yields of a coroutine: what is believed, what is held, and what is the thread's.</summary>
/// <remarks>One analyzer for all of these rules, because they share one graph of each body.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcrossYieldAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG1024ThreadAffinity.Descriptor,
        CG2002CheckThenAct.Descriptor,
        CG2003YieldInLock.Descriptor,
        CG2004YieldInTransaction.Descriptor,
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
            SharingOfTypes sharing = new(known);
            context.RegisterSyntaxNodeAction(node => Analyze(node, known, sharing), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known, SharingOfTypes sharing)
    {
        if (AnalyzedCoroutine.Of(context, known) is not AnalyzedCoroutine body || YieldPoints.In(body) is not { IsEmpty: false } points)
        {
            return;
        }

        CancellationToken cancellationToken = context.CancellationToken;
        HashSet<SyntaxNode> patched = [.. body.Analysis.Patched.Select(static call => (SyntaxNode)call.Patch.Call)];
        Lazy<ISet<ISymbol>> shared = new(() => SharedVariables.In(body, known, cancellationToken));
        foreach (BodyGraph graph in BodyGraph.AllOf(body.Declaration, body.Model, local => known.IsCoroutine(local) && CoroutineShape.HasTwin(local, known, cancellationToken), cancellationToken))
        {
            YieldSteps yields = new(graph, points);
            if (!yields.Any)
            {
                continue;
            }

            Places places = new(graph, shared.Value);
            Holdings holdings = new(graph, places, patched.Contains);
            HeldAnalysis held = new(graph, holdings, cancellationToken);
            HeldReports.Report(context, graph, yields, holdings, held, points);
            ThreadReports.Report(context, ThreadUses.In(graph, yields, places, cancellationToken));
            StaleReports.Report(context, body, graph, StaleWrites.In(graph, yields, new Uses(graph, places), holdings, held, cancellationToken), known, sharing);
        }
    }
}
