using System.Collections.Immutable;
using CoGen.Analyzers.Flow;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Finds locks of plain code that let it in while a coroutine holds them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlainLockAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1023PlainLock.Descriptor];

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
            LocksAcrossYields locks = new(known);
            context.RegisterSyntaxNodeAction(node => Analyze(node, known, locks), SyntaxKind.LockStatement);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known, LocksAcrossYields locks)
    {
        LockStatementSyntax statement = (LockStatementSyntax)context.Node;
        if (MethodAround(context.ContainingSymbol) is not { IsAsync: false, MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor) } method
            || known.IsCoroutine(method)
            || KeyOf(statement.Expression, context.SemanticModel, context.CancellationToken) is not (string key, INamedTypeSymbol type, string name)
            || locks.Find(type, key, context.CancellationToken) is not LockAcrossYield held
            || NestedFunctions.IsHandedOn(statement, context.SemanticModel, known, context.CancellationToken)
            || !LoopThreads.MayRun(method, known, context.CancellationToken))
        {
            return;
        }

        Location place = held.Yield.Location;
        string line = Line.Of(place).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.ReportDiagnostic(Diagnostic.Create(
            CG1023PlainLock.Descriptor,
            statement.LockKeyword.GetLocation(),
            [place],
            name,
            DisplayName.Of(held.Holder),
            held.Yield.Name,
            place.SourceTree == statement.SyntaxTree ? line : $"{line} of {System.IO.Path.GetFileName(place.SourceTree!.FilePath)}",
            SymbolEqualityComparer.Default.Equals(method, known.Compilation.GetEntryPoint(context.CancellationToken)) ? "Move it into a [Coroutine] method" : $"Make '{DisplayName.Of(method)}' a [Coroutine]"));
    }

    private static IMethodSymbol? MethodAround(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } inner)
        {
            symbol = inner.ContainingSymbol;
        }

        return symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod;
    }

    /// <summary>What is locked, as <see cref="Holdings"/> calls it, and the type whose coroutines may hold it.</summary>
    private static (string Key, INamedTypeSymbol Type, string Name)? KeyOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        switch (expression)
        {
            case ThisExpressionSyntax when model.GetTypeInfo(expression, cancellationToken).Type is INamedTypeSymbol type:
                return ("this", type.OriginalDefinition, "this");
            case TypeOfExpressionSyntax typeOf when model.GetSymbolInfo(typeOf.Type, cancellationToken).Symbol is INamedTypeSymbol type:
                return (typeOf.ToString(), type.OriginalDefinition, typeOf.ToString());
            case IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }
                when model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol field && (field.IsStatic || expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }):
                string path = $"{field.ContainingType.MetadataName}.{field.Name}";
                return (field.IsStatic ? path : "this/" + path, field.ContainingType.OriginalDefinition, field.Name);
            default:
                return null;
        }
    }
}
