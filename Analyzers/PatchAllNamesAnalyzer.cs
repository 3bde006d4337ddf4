using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.PatchAll;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Says which names at <c>[assembly: PatchAll]</c> stand for nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatchAllNamesAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1042PatchAllNamesNothing.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Of(context.Compilation, PatchFiles.Of(context.Options, context.CancellationToken))?.PatchAll is not PatchAllOptions options)
        {
            return;
        }

        ConcurrentDictionary<ISymbol, bool> used = new(SymbolEqualityComparer.Default);
        if (!options.KeepBlocking.IsEmpty)
        {
            context.RegisterOperationAction(
                operation => used.TryAdd(MemberOf(operation.Operation), true),
                OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.ObjectCreation, OperationKind.MethodReference);
        }

        context.RegisterCompilationEndAction(end =>
        {
            foreach (string name in options.FindUnknown(end.Compilation.Assembly))
            {
                Report(end, name, "has that name");
            }

            foreach (string name in options.FindUncalled(used.Keys))
            {
                Report(end, name, "uses that");
            }
        });
    }

    private static ISymbol MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation { Constructor: IMethodSymbol constructor } => constructor,
        IObjectCreationOperation creation => creation.Type!,
        _ => ((IMemberReferenceOperation)operation).Member,
    };

    private static void Report(CompilationAnalysisContext context, string name, string why)
    {
        foreach (AttributeData attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == PatchAllOptions.AttributeName
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax)
            {
                context.ReportDiagnostic(Diagnostic.Create(CG1042PatchAllNamesNothing.Descriptor, PlaceOf(name, syntax, context).GetLocation(), name, why));
            }
        }
    }

    private static SyntaxNode PlaceOf(string name, AttributeSyntax attribute, CompilationAnalysisContext context)
    {
#pragma warning disable RS1030 // At the end of a compilation there is no other model; it is for one attribute that is wrong.
        SemanticModel model = context.Compilation.GetSemanticModel(attribute.SyntaxTree);
#pragma warning restore RS1030
        return attribute.ArgumentList?.Arguments.SelectMany(static argument => argument.Expression.DescendantNodesAndSelf()).OfType<ExpressionSyntax>()
            .FirstOrDefault(expression => model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string value } && value == name) ?? (SyntaxNode)attribute;
    }
}
