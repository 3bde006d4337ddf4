using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Checks the patches of a project: its attributes, and the lines of its files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatchAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG0011PatchOfNothing.Descriptor,
        CG0012PatchDoesNotFit.Descriptor,
        CG0013PatchLineMalformed.Descriptor,
        CG1031TwoPatches.Descriptor,
        CG1032UnusedPatch.Descriptor,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        PatchFiles files = PatchFiles.Of(context.Options, context.CancellationToken);
        if (KnownTypes.Of(context.Compilation, files) is not KnownTypes known)
        {
            return;
        }

        // Most projects have none, and shall not pay for it.
        ImmutableArray<ProjectPatch> patches = [.. ProjectPatch.AllOf(known, files, context.CancellationToken)];
        if (patches.IsEmpty)
        {
            return;
        }

        ConcurrentDictionary<string, bool> used = new();
        context.RegisterOperationAction(
            operation => Note(operation.Operation, known, used),
            OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.ObjectCreation, OperationKind.Binary, OperationKind.Unary, OperationKind.Conversion);
        context.RegisterCompilationEndAction(end => Report(end, patches, known, used));
    }

    private static void Note(IOperation operation, KnownTypes known, ConcurrentDictionary<string, bool> used)
    {
        if (PatchedMembers.MemberOf(operation) is not ISymbol member)
        {
            return;
        }

        ITypeSymbol? receiver = ((operation as IInvocationOperation)?.Instance ?? (operation as IPropertyReferenceOperation)?.Instance)?.Type;
        foreach (PatchUse use in PatchFit.UsesOf(member))
        {
            if (known.Rules.Find(member, receiver, use) is { Origin: RuleSource.Project } rule)
            {
                used[rule.Key] = true;
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<ProjectPatch> patches, KnownTypes known, ConcurrentDictionary<string, bool> used)
    {
        List<ProjectPatch> earlier = [];
        foreach (ProjectPatch patch in patches)
        {
            if (PatchCheck.Of(patch, known) is Diagnostic mistake)
            {
                context.ReportDiagnostic(mistake);
            }
            else if (earlier.Any(other => other.Overlaps(patch, known)))
            {
                context.ReportDiagnostic(Diagnostic.Create(CG1031TwoPatches.Descriptor, patch.Location, patch.Subject));
            }
            else if (!patch.IsForOthers && !patch.Rules.Any(rule => used.ContainsKey(rule.Key)))
            {
                context.ReportDiagnostic(Diagnostic.Create(CG1032UnusedPatch.Descriptor, patch.Location, patch.Subject));
            }

            earlier.Add(patch);
        }
    }
}
