using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        CG0006TwinNameTaken.Descriptor,
        CG0007InterfaceTwin.Descriptor,
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

        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known), SymbolKind.NamedType);
        context.RegisterSymbolAction(
            symbol => AnalyzeMethod((IMethodSymbol)symbol.Symbol, known, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);

        // Functions inside a body are no declared symbols of the compilation.
        context.RegisterSyntaxNodeAction(
            node => AnalyzeFunction(node, known), SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.LocalFunctionStatement);
    }

    /// <summary>A type is reported once, however many coroutines are in it.</summary>
    private static void AnalyzeType(SymbolAnalysisContext context, KnownTypes known)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        foreach (IMethodSymbol method in CoroutinesIn(type, known))
        {
            foreach (ShapeRefusal refusal in CoroutineShape.Judge(method, known, context.CancellationToken))
            {
                if (refusal.Kind == ShapeRefusalKind.ContainingTypeNotPartial && SymbolEqualityComparer.Default.Equals(refusal.Subject, type))
                {
                    context.ReportDiagnostic(DiagnosticOf(refusal, method));
                    return;
                }
            }
        }
    }

    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        ISymbol? function = context.Node switch
        {
            LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } local => context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken),
            LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda => context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol,
            _ => null,
        };
        if (function is IMethodSymbol method)
        {
            AnalyzeMethod(method, known, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void AnalyzeMethod(IMethodSymbol method, KnownTypes known, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // A partial method comes in two parts: the one with the body speaks for both.
        if (!known.IsTagged(method) || method.PartialImplementationPart is not null)
        {
            return;
        }

        foreach (ShapeRefusal refusal in CoroutineShape.Judge(method, known, cancellationToken))
        {
            if (refusal.Kind != ShapeRefusalKind.ContainingTypeNotPartial)
            {
                report(DiagnosticOf(refusal, method));
            }
        }
    }

    private static IEnumerable<IMethodSymbol> CoroutinesIn(INamedTypeSymbol type, KnownTypes known) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(known.IsTagged)
            .Concat(type.GetTypeMembers().SelectMany(nested => CoroutinesIn(nested, known)));

    private static Diagnostic DiagnosticOf(ShapeRefusal refusal, IMethodSymbol method) => Diagnostic.Create(
        DescriptorOf(refusal.Kind), refusal.Location, DisplayName.Of(method), refusal.Detail, refusal.Subject.Name);

    private static DiagnosticDescriptor DescriptorOf(ShapeRefusalKind kind) => kind switch
    {
        ShapeRefusalKind.ContainingTypeNotPartial => CG0001ContainingTypeNotPartial.Descriptor,
        ShapeRefusalKind.SignatureCannotBeAsync => CG0002SignatureNotAsync.Descriptor,
        ShapeRefusalKind.MemberCannotHaveTwin => CG0003UnsupportedMember.Descriptor,
        ShapeRefusalKind.AlreadyAsync => CG0004AlreadyAsync.Descriptor,
        ShapeRefusalKind.TwinNameTaken => CG0006TwinNameTaken.Descriptor,
        ShapeRefusalKind.InterfaceCannotDeclareTwin => CG0007InterfaceTwin.Descriptor,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
