using System.Collections.Immutable;
using CoGen.Analyzers.Delegates;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>
/// Finds blocking methods that are captured as delegates, where no patch reaches them. In a coroutine every capture counts; elsewhere
/// only what is kept or returned, and then only what may end up in a coroutine. A coroutine in a field matters where another calls the field.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingDelegateAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1003BlockingDelegate.Descriptor];

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
            context.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.MethodReference);
        }
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes known)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)context.Operation;
        if (reference.Parent is not IDelegateCreationOperation creation
            || known.Rules.FindBlocking(reference.Method) is { MayWaitLong: false })
        {
            return;
        }

        bool inCoroutine = context.ContainingSymbol is IMethodSymbol method && known.IsCoroutine(method);
        DelegateTarget target = DelegateTarget.Of(creation, known);
        IMethodSymbol? caller = known.IsCoroutine(reference.Method) && target.Member is ISymbol member
            ? MemberDelegate.CallerOf(member, reference.Syntax, reference.SemanticModel!, known, context.CancellationToken)
            : null;
        bool matters = known.IsCoroutine(reference.Method)
            ? caller is not null || (inCoroutine && (target.IsCalledHere || target.IsHandler))
            : (inCoroutine ? target.MayBeCalledHere : target.IsKept && MayReachCoroutine(reference.Method, context.ContainingSymbol, known))
                && new CallResolver(reference.SemanticModel!, known, enclosing: null).Blocks(reference.Method, reference.Instance?.Type, reference.Syntax.SpanStart);
        if (matters && !(target.Local is not null && IsPatched(reference, context, known)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CG1003BlockingDelegate.Descriptor,
                Underline.NameIn(reference.Syntax),
                DisplayName.OfCall(reference.Method),
                (caller is not null ? $"Call it by its name in '{DisplayName.Of(caller)}', which calls '{target.Member!.Name}'"
                    : reference.Syntax is ExpressionSyntax named ? DelegateAdvice.Of(named, reference.SemanticModel!, context.CancellationToken) : null) ??
                    (target.Local is ILocalSymbol local ? $"Call it by its name where '{local.Name}' is called" : "Call it by its name, in a [Coroutine] method")));
        }
    }

    // Then the local holds the twin.
    private static bool IsPatched(IMethodReferenceOperation reference, OperationAnalysisContext context, KnownTypes known)
    {
        SyntaxNode? declaration = reference.Syntax.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax or AccessorDeclarationSyntax && BodyDeclaration.Of(node) is not null);
        return declaration is not null && context.ContainingSymbol is IMethodSymbol method && CoroutineShape.HasTwin(method, known, context.CancellationToken)
            && known.AnalyzeOnce(method, declaration, reference.SemanticModel!, context.CancellationToken).Patched.Any(call => call.Patch.Call == reference.Syntax);
    }

    // A sleep or a wait is captured to be used as such wherever one likes. Most of what the convention knows is captured for good
    // reasons in code that has nothing to do with coroutines.
    private static bool MayReachCoroutine(IMethodSymbol captured, ISymbol containing, KnownTypes known) =>
        known.Rules.FindBlocking(captured) is { MayWaitLong: true }
        || (containing.ContainingType ?? containing as INamedTypeSymbol)?.GetMembers().Any(member => member is IMethodSymbol sibling && known.IsCoroutine(sibling)) == true;
}
