using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Analyzers.Waits;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Finds catch-alls in coroutines that keep a fiber alive which was killed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedKillAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1026KillSwallowed.Descriptor];

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
            context.RegisterSyntaxNodeAction(node => Analyze(node, known), CoroutineWaits.Declarations);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        if (CoroutineWaits.CoroutineAt(context, known) is not IMethodSymbol method
            || !context.Node.DescendantNodes().Any(static node => node is CatchClauseSyntax)
            || CoroutineWaits.Of(method, context.Node, context.SemanticModel, known, context.CancellationToken) is not CoroutineWaits waits)
        {
            return;
        }

        foreach (SwallowedKill swallowed in SwallowedKill.In(method, context.Node, waits, context.SemanticModel, known, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CG1026KillSwallowed.Descriptor,
                swallowed.Clause.CatchKeyword.GetLocation(),
                additionalLocations: [swallowed.At.Location, swallowed.Next.Location],
                DisplayName.OfCall(swallowed.At.Symbol),
                DisplayName.OfCall(swallowed.Next.Symbol),
                IsOfCancellation(swallowed.Clause, context) ? "Throw it on, or leave the loop" : "Let it through: 'when (e is not OperationCanceledException)'"));
        }
    }

    private static bool IsOfCancellation(CatchClauseSyntax clause, SyntaxNodeAnalysisContext context) =>
        clause.Declaration is CatchDeclarationSyntax declaration
        && context.SemanticModel.GetTypeInfo(declaration.Type, context.CancellationToken).Type is INamedTypeSymbol { Name: "OperationCanceledException" };
}
