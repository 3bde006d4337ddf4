using System.Collections.Immutable;
using CoGen.Analyzers.Libraries;
using CoGen.Analyzers.Paths;
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
            UnsaidCalls unsaid = new(known);
            context.RegisterSyntaxNodeAction(node => Analyze(node, known, unsaid), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known, UnsaidCalls unsaid)
    {
        if (CoroutineBody.Of(context, known) is not IMethodSymbol coroutine || CoroutineBody.IsPartOfAnother(coroutine, context.ContainingSymbol, known)
            || BodyDeclaration.Of(context.Node) is not { Body: SyntaxNode body } || context.SemanticModel.FindOperation(body, context.CancellationToken) is not IOperation root)
        {
            return;
        }

        CoroutineOptions options = known.OptionsOf(coroutine);
        HashSet<TextSpan>? told = null;
        foreach ((IOperation operation, Call call) in BodyOperations.Of(root).SelectMany(operation => SaidCalls.Of(operation).Concat(unsaid.Of(operation, context.SemanticModel)), static (operation, call) => (operation, call)))
        {
            // What implements an interface explicitly can be named by no rule, so that the advice would be worth nothing.
            IMethodSymbol method = call.Method;
            ISymbol member = method.AssociatedSymbol ?? method;
            if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly)
                || method.MethodKind == MethodKind.ExplicitInterfaceImplementation
                || options.Keeps(member)
                || known.Rules.Find(member, call.Receiver ?? (operation as IInvocationOperation)?.Instance?.Type) is not null
                || LibraryPaths.Of(known).From(method, context.CancellationToken) is not LibraryPath path)
            {
                continue;
            }

            told ??= Told.In(known.AnalyzeOnce(coroutine, context.Node, context.SemanticModel, context.CancellationToken));
            Location place = Underline.CallAt(call.Place);
            if (!told.Contains(place.SourceSpan) && !NestedFunctions.IsHandedOn(call.Place, context.SemanticModel, known, context.CancellationToken))
            {
                told.Add(place.SourceSpan);
                context.ReportDiagnostic(Diagnostic.Create(
                    CG1006LibraryBlocks.Descriptor, place, DisplayName.OfCall(member), path.Describe(), method.ContainingType.Name, method.MethodKind == MethodKind.Constructor ? ".ctor" : member.Name));
            }
        }
    }
}
