using System.Collections.Immutable;
using CoGen.Analyzers.Libraries;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers;

/// <summary>Finds calls of libraries that come to block, by their IL. Only where the project asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LibraryCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1006LibraryBlocks.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.CoGenScanReferences", out string? wanted) && wanted.Equals("true", StringComparison.OrdinalIgnoreCase)
            && KnownTypes.Of(context.Compilation, PatchFiles.Of(context.Options, context.CancellationToken)) is KnownTypes known)
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, known), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        if (CoroutineBody.Of(context, known) is not IMethodSymbol coroutine || CoroutineBody.IsPartOfAnother(coroutine, context.ContainingSymbol, known)
            || BodyDeclaration.Of(context.Node) is not { Body: SyntaxNode body } || context.SemanticModel.GetOperation(body, context.CancellationToken) is not IOperation root)
        {
            return;
        }

        CoroutineOptions options = known.OptionsOf(coroutine);
        HashSet<TextSpan>? told = null;
        foreach (IOperation operation in BodyOperations.Of(root))
        {
            if (Called(operation) is not IMethodSymbol method
                || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly)
                || (method.AssociatedSymbol ?? method) is not ISymbol member
                || options.Keeps(member)
                || known.Rules.Find(member, (operation as IInvocationOperation)?.Instance?.Type) is not null
                || LibraryPaths.Of(known).From(method, context.CancellationToken) is not LibraryPath path)
            {
                continue;
            }

            Location place = Underline.CallAt(operation.Syntax);
            if (!(told ??= Told.In(known.AnalyzeOnce(coroutine, context.Node, context.SemanticModel, context.CancellationToken))).Contains(place.SourceSpan) && !NestedFunctions.IsHandedOn(operation.Syntax, context.SemanticModel, known, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CG1006LibraryBlocks.Descriptor, place, DisplayName.OfCall(member), path.Describe(), method.ContainingType.Name, method.MethodKind == MethodKind.Constructor ? ".ctor" : member.Name));
            }
        }
    }

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } written when assignment.Target == written => written.Property.SetMethod,
        IPropertyReferenceOperation read => read.Property.GetMethod,
        _ => null,
    };
}
