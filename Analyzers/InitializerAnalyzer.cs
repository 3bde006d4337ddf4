using System.Collections.Immutable;
using CoGen.Analyzers.Initializers;
using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Finds what blocks in code that the runtime runs for a coroutine: static initializers, factories of lazy values, finalizers.</summary>
/// <remarks>It is reported at what blocks, which is where it can be mended, once for all coroutines; the first of them is in the message.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InitializerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1009BlockingInitializer.Descriptor];

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
            Search search = new(known);
            context.RegisterSyntaxNodeAction(search.AnalyzeConstructor, SyntaxKind.ConstructorDeclaration);
            context.RegisterSyntaxNodeAction(search.AnalyzeInitializer, SyntaxKind.EqualsValueClause);
            context.RegisterSyntaxNodeAction(search.AnalyzeFinalizer, SyntaxKind.DestructorDeclaration);
            context.RegisterSyntaxNodeAction(search.AnalyzeAssignment, SyntaxKind.SimpleAssignmentExpression);
        }
    }

    private sealed class Search(KnownTypes known)
    {
        private readonly object _gate = new();
        private Triggers? _triggers;

        public void AnalyzeConstructor(SyntaxNodeAnalysisContext context)
        {
            if (context.Node is ConstructorDeclarationSyntax constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && context.ContainingSymbol?.ContainingType is INamedTypeSymbol type && IsUsedFirstBySomebody(type, context.CancellationToken))
            {
                AnalyzeStatic(constructor, type, context);
            }
        }

        /// <summary>What a field or an automatic property is set to.</summary>
        public void AnalyzeInitializer(SyntaxNodeAnalysisContext context)
        {
            EqualsValueClauseSyntax initializer = (EqualsValueClauseSyntax)context.Node;
            bool isField = initializer.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax };
            if (!isField || initializer.Value is LiteralExpressionSyntax || context.ContainingSymbol is not (IFieldSymbol { IsConst: false } or IPropertySymbol))
            {
                return;
            }

            if (FactoryIn(initializer.Value) is ExpressionSyntax factory)
            {
                AnalyzeFactory(factory, initializer.Value, context.ContainingSymbol, context);
            }
            else if (context.ContainingSymbol is { IsStatic: true, ContainingType: INamedTypeSymbol type } && IsUsedFirstBySomebody(type, context.CancellationToken))
            {
                AnalyzeStatic(initializer, type, context);
            }
        }

        public void AnalyzeAssignment(SyntaxNodeAnalysisContext context)
        {
            AssignmentExpressionSyntax assignment = (AssignmentExpressionSyntax)context.Node;
            if (FactoryIn(assignment.Right) is ExpressionSyntax factory
                && !(context.ContainingSymbol is IMethodSymbol method && known.IsCoroutine(method))
                && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is ISymbol held and (IFieldSymbol or IPropertySymbol))
            {
                AnalyzeFactory(factory, assignment.Right, held, context);
            }
        }

        /// <summary>A finalizer has a thread of its own, which all others share.</summary>
        public void AnalyzeFinalizer(SyntaxNodeAnalysisContext context)
        {
            if (context.ContainingSymbol?.ContainingType is INamedTypeSymbol type && PlaceIn(context.Node, context) is BlockingPlace place && TriggersOf(context.CancellationToken).OfCreation(type) is Trigger trigger)
            {
                Report(
                    context, place, "the thread of all finalizers", trigger,
                    $"the finalizer of '{type.Name}' waits, and no other runs meanwhile; '{DisplayName.Of(trigger.Coroutine)}', a coroutine, creates it",
                    "Dispose of it in the coroutine, and let the finalizer only let go");
            }
        }

        // The initializer of what declares the entry point has run before any coroutine does.
        private bool IsUsedFirstBySomebody(INamedTypeSymbol type, CancellationToken cancellationToken) =>
            !SymbolEqualityComparer.Default.Equals(known.Compilation.GetEntryPoint(cancellationToken)?.ContainingType, type);

        private void AnalyzeStatic(SyntaxNode code, INamedTypeSymbol type, SyntaxNodeAnalysisContext context)
        {
            if (PlaceIn(code, context) is not BlockingPlace place)
            {
                return;
            }

            Triggers triggers = TriggersOf(context.CancellationToken);
            bool isPrecise = type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);
            if ((isPrecise ? triggers.OfType(type) : triggers.OfFields(type)) is Trigger trigger)
            {
                Report(
                    context, place, "the thread of all coroutines", trigger,
                    $"the static initializer of '{type.Name}' runs when '{DisplayName.Of(trigger.Coroutine)}', a coroutine, is the first to use it",
                    $"Make the value in a [Coroutine] method, or use '{type.Name}' before the first fiber is spawned");
            }
        }

        private void AnalyzeFactory(ExpressionSyntax factory, ExpressionSyntax creation, ISymbol held, SyntaxNodeAnalysisContext context)
        {
            if (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is not INamedTypeSymbol { Name: "Lazy" or "ThreadLocal" } lazy
                || FactoryPlace(factory, context) is not BlockingPlace place || TriggersOf(context.CancellationToken).OfValue(held) is not Trigger trigger)
            {
                return;
            }

            Report(
                context, place, "the thread of all coroutines", trigger,
                $"the factory of '{held.Name}' runs when '{DisplayName.Of(trigger.Coroutine)}', a coroutine, is the first to ask for its value",
                lazy.Name == "Lazy" ? "Use a CoLazy<T> with a [Coroutine] method" : "Make the value in a [Coroutine] method that keeps it in a FiberLocal<T>");
        }

        private BlockingPlace? FactoryPlace(ExpressionSyntax factory, SyntaxNodeAnalysisContext context)
        {
            if (factory is AnonymousFunctionExpressionSyntax)
            {
                return context.SemanticModel.FindOperation(factory, context.CancellationToken) is IAnonymousFunctionOperation function ? BlockingPlace.In(function, context.SemanticModel, known, context.CancellationToken) : null;
            }

            return MethodBody.PlainMethod(context.SemanticModel.GetSymbolInfo(factory, context.CancellationToken).Symbol as IMethodSymbol, known) is IMethodSymbol method
                && BlockingPaths.Of(known).From(method, context.CancellationToken) is BlockingPath path
                    ? new BlockingPlace(Underline.NameIn(factory), DisplayName.Of(method), path)
                    : null;
        }

        // new Lazy<T>(F), new(F): the type is looked at later.
        private static ExpressionSyntax? FactoryIn(ExpressionSyntax value) =>
            value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: ExpressionSyntax factory }, ..] } creation
            && creation is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "Lazy" or "ThreadLocal" } or QualifiedNameSyntax }
            && factory is AnonymousFunctionExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax
                ? factory
                : null;

        private BlockingPlace? PlaceIn(SyntaxNode code, SyntaxNodeAnalysisContext context) =>
            context.SemanticModel.FindOperation(code, context.CancellationToken) is IOperation operation ? BlockingPlace.In(operation, context.SemanticModel, known, context.CancellationToken) : null;

        private Triggers TriggersOf(CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                return _triggers ??= Triggers.Find(known, cancellationToken);
            }
        }

        private static void Report(SyntaxNodeAnalysisContext context, BlockingPlace place, string blocked, Trigger trigger, string because, string advice) =>
            context.ReportDiagnostic(Diagnostic.Create(
                CG1009BlockingInitializer.Descriptor,
                place.Location,
                [trigger.Place],
                place.Name,
                blocked,
                place.Path is BlockingPath path ? $"{path.Describe()}; {because}" : because,
                advice));
    }
}
