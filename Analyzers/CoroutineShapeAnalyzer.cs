using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Says aloud why the generator declines a tagged method, at the construct that is the reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineShapeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG0001ContainingTypeNotPartial.Descriptor,
        CG0002SignatureNotAsync.Descriptor,
        CG0003UnsupportedMember.Descriptor,
        CG0004AlreadyAsync.Descriptor,
        CG0005Iterator.Descriptor,
        CG0006TwinNameTaken.Descriptor,
        CG0007Overridable.Descriptor,
        CG0008StructWritesThis.Descriptor,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Of(context.Compilation) is not KnownTypes known)
        {
            return;
        }

        context.RegisterSymbolAction(symbol => Analyze((IMethodSymbol)symbol.Symbol, known, symbol.ReportDiagnostic, symbol.CancellationToken), SymbolKind.Method);

        // The functions that stand inside a body are no declared symbols of the compilation.
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (node.SemanticModel.GetSymbolInfo(node.Node, node.CancellationToken).Symbol is IMethodSymbol lambda)
                {
                    Analyze(lambda, known, node.ReportDiagnostic, node.CancellationToken);
                }
            },
            SyntaxKind.ParenthesizedLambdaExpression);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (node.SemanticModel.GetDeclaredSymbol(node.Node, node.CancellationToken) is IMethodSymbol function)
                {
                    Analyze(function, known, node.ReportDiagnostic, node.CancellationToken);
                }
            },
            SyntaxKind.LocalFunctionStatement);
    }

    private static void Analyze(IMethodSymbol method, KnownTypes known, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!known.IsCoroutine(method))
        {
            return;
        }

        foreach (ShapeRefusal refusal in CoroutineShape.Judge(method, known, cancellationToken))
        {
            report(Diagnostic.Create(DescriptorOf(refusal.Kind), refusal.Location, DisplayName.Of(method), refusal.Detail, refusal.Subject.Name));
        }
    }

    private static DiagnosticDescriptor DescriptorOf(ShapeRefusalKind kind) => kind switch
    {
        ShapeRefusalKind.ContainingTypeNotPartial => CG0001ContainingTypeNotPartial.Descriptor,
        ShapeRefusalKind.SignatureCannotBeAsync => CG0002SignatureNotAsync.Descriptor,
        ShapeRefusalKind.MemberCannotHaveTwin => CG0003UnsupportedMember.Descriptor,
        ShapeRefusalKind.AlreadyAsync => CG0004AlreadyAsync.Descriptor,
        ShapeRefusalKind.Iterator => CG0005Iterator.Descriptor,
        ShapeRefusalKind.TwinNameTaken => CG0006TwinNameTaken.Descriptor,
        ShapeRefusalKind.Overridable => CG0007Overridable.Descriptor,
        ShapeRefusalKind.StructWritesThis => CG0008StructWritesThis.Descriptor,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
