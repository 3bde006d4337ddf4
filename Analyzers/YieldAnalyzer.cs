using System.Collections.Immutable;
using CoGen.Analyzers.Flow;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Shows where a coroutine lets others run.</summary>
/// <remarks>By itself, so that a compiler that shows nothing hidden need not run it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class YieldAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG2001YieldPoint.Descriptor];

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
            context.RegisterSyntaxNodeAction(node => Analyze(node, known), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        if (AnalyzedCoroutine.Of(context, known) is not AnalyzedCoroutine body || CoroutineBody.IsPartOfAnother(body.Method, context.ContainingSymbol, known))
        {
            return;
        }

        foreach (YieldPoint point in YieldPoints.In(body))
        {
            context.ReportDiagnostic(Diagnostic.Create(CG2001YieldPoint.Descriptor, point.Location, point.Name, WayOf(point)));
        }
    }

    private static string WayOf(YieldPoint point) => point switch
    {
        { Twin: null } => "it runs on a worker thread",
        { Kind: YieldKind.Loop } => $"each step of the loop is awaited, by '{point.Twin}'",
        { Kind: YieldKind.End } => $"the end of the block is awaited, by '{point.Twin}'",
        { Kind: YieldKind.Lock or YieldKind.BriefLock or YieldKind.Entry } => $"it is entered by '{point.Twin}'",
        _ => $"its twin is '{point.Twin}'",
    };
}
