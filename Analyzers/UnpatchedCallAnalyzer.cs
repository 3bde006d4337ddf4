using System.Collections.Immutable;
using CoGen.Analyzers.Delegates;
using CoGen.Analyzers.Flow;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Says at each call that the generator leaves as it is, although it may block, why it does.</summary>
/// <remarks>One analyzer for all of these rules, because one walk over a body decides them all.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpatchedCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG1001BlockingCallWithoutTwin.Descriptor,
        CG1004BlockingCallInLambda.Descriptor,
        CG1011BlockingCallInLock.Descriptor,
        CG1012BlockingCallInCatchFilter.Descriptor,
        CG1013BlockingCallInUnsafe.Descriptor,
        CG1014BlockingCallInConditionalAccess.Descriptor,
        CG1015RefLikeAcrossCall.Descriptor,
        CG1016TwinDoesNotFit.Descriptor,
        CG1017ReferenceDoesNotLast.Descriptor,
        CG1018TwinCallsOriginal.Descriptor,
        CG1020PropertyInPlace.Descriptor,
        CG1021BodyNotRepeatable.Descriptor,
        CG1022LockOfThread.Descriptor,
        CG1027SequenceOutOfLoop.Descriptor,
        CG1028TwinBlocksToo.Descriptor,
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
            context.RegisterSyntaxNodeAction(node => Analyze(node, known), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        if (AnalyzedCoroutine.Of(context, known) is not { Method: IMethodSymbol method, Analysis: CoroutineAnalysis analysis })
        {
            return;
        }

        if (analysis.Refusal is { Kind: not BodyRefusalKind.Broken } refusal && analysis.Awaits)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CG1021BodyNotRepeatable.Descriptor, refusal.Location, DisplayName.Of(method), refusal.Detail));
        }

        foreach (Diagnostic nominal in NominalTwins.In(analysis, context.SemanticModel, known, context.CancellationToken))
        {
            context.ReportDiagnostic(nominal);
        }

        foreach (UnpatchedCall call in analysis.Unpatched)
        {
            if (!IsHandedOn(call.Location, context, known))
            {
                context.ReportDiagnostic(DiagnosticOf(WithAdvice(call, context), known));
            }
        }
    }

    private static bool IsHandedOn(Location call, SyntaxNodeAnalysisContext context, KnownTypes known) =>
        NestedFunctions.IsHandedOn(context.Node.FindNode(call.SourceSpan), context.SemanticModel, known, context.CancellationToken);

    private static UnpatchedCall WithAdvice(UnpatchedCall call, SyntaxNodeAnalysisContext context) => call.Reason != UnpatchedReason.InNestedFunction ? call : call with
    {
        Detail = DelegateAdvice.For(context.Node.FindNode(call.Location.SourceSpan), context.SemanticModel, context.CancellationToken) ?? "Move the call out, or make the function a [Coroutine] method",
    };

    private static Diagnostic DiagnosticOf(UnpatchedCall call, KnownTypes known)
    {
        DiagnosticDescriptor descriptor = DescriptorOf(call.Reason);
        PatchRule? entry = known.Rules.FindBlocking(call.Symbol);
        bool isGrave = call.KnownToBlock ? entry is not { MayWaitLong: false } : call.Reason != UnpatchedReason.TwinDoesNotFit;
        return Diagnostic.Create(
            descriptor,
            call.Location,
            isGrave ? descriptor.DefaultSeverity : DiagnosticSeverity.Info,
            additionalLocations: null,
            properties: null,
            DisplayName.OfCall(call.Symbol),
            call.Detail,
            entry?.WaitsFor ?? "what it calls");
    }

    private static DiagnosticDescriptor DescriptorOf(UnpatchedReason reason) => reason switch
    {
        UnpatchedReason.NoTwin => CG1001BlockingCallWithoutTwin.Descriptor,
        UnpatchedReason.InNestedFunction => CG1004BlockingCallInLambda.Descriptor,
        UnpatchedReason.InLock => CG1011BlockingCallInLock.Descriptor,
        UnpatchedReason.InCatchFilter => CG1012BlockingCallInCatchFilter.Descriptor,
        UnpatchedReason.InUnsafe => CG1013BlockingCallInUnsafe.Descriptor,
        UnpatchedReason.InConditionalAccess => CG1014BlockingCallInConditionalAccess.Descriptor,
        UnpatchedReason.AcrossRefLike => CG1015RefLikeAcrossCall.Descriptor,
        UnpatchedReason.TwinDoesNotFit => CG1016TwinDoesNotFit.Descriptor,
        UnpatchedReason.ReferenceDoesNotLast => CG1017ReferenceDoesNotLast.Descriptor,
        UnpatchedReason.TwinCallsOriginal => CG1018TwinCallsOriginal.Descriptor,
        UnpatchedReason.LockStays => CG1022LockOfThread.Descriptor,
        UnpatchedReason.PropertyInPlace => CG1020PropertyInPlace.Descriptor,
        UnpatchedReason.SequenceOutOfLoop => CG1027SequenceOutOfLoop.Descriptor,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };
}
