using System.Collections.Immutable;
using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Finds tags at methods that never wait, and whose twin nobody needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UselessTagAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG0010UselessTag.Descriptor];

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
            context.RegisterSyntaxNodeAction(search.Analyze, SyntaxKind.MethodDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration);
        }
    }

    private sealed class Search(KnownTypes known)
    {
        private readonly Mentions _mentions = new(known);

        public void Analyze(SyntaxNodeAnalysisContext context)
        {
            MemberDeclarationSyntax member = (MemberDeclarationSyntax)context.Node;
            if (member.AttributeLists.Count == 0 || TagAt(member, context) is not AttributeSyntax tag)
            {
                return;
            }

            (IMethodSymbol Method, SyntaxNode Declaration)[] methods = [.. MethodsOf(member, context)];
            if (methods.Length > 0 && methods.All(method => IsUseless(method.Method, method.Declaration, context)))
            {
                context.ReportDiagnostic(Diagnostic.Create(CG0010UselessTag.Descriptor, tag.GetLocation(), DisplayName.Of(methods[0].Method)));
            }
        }

        // What is set at the tag is set on purpose.
        private static AttributeSyntax? TagAt(MemberDeclarationSyntax member, SyntaxNodeAnalysisContext context) => member.AttributeLists
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute => attribute.ArgumentList is null or { Arguments.Count: 0 }
                && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { Name: "CoroutineAttribute", ContainingNamespace: { Name: "CoGen", ContainingNamespace.IsGlobalNamespace: true } });

        private static IEnumerable<(IMethodSymbol Method, SyntaxNode Declaration)> MethodsOf(MemberDeclarationSyntax member, SyntaxNodeAnalysisContext context)
        {
            switch (context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken))
            {
                case IMethodSymbol method:
                    yield return (method, member);
                    break;
                case IPropertySymbol { GetMethod: IMethodSymbol getter } when BodyDeclaration.Of(member) is not null:
                    yield return (getter, member);
                    break;
                case IPropertySymbol:
                    foreach (AccessorDeclarationSyntax accessor in (member as BasePropertyDeclarationSyntax)?.AccessorList?.Accessors ?? [])
                    {
                        if (context.SemanticModel.GetDeclaredSymbol(accessor, context.CancellationToken) is IMethodSymbol method)
                        {
                            yield return (method, accessor);
                        }
                    }

                    break;
            }
        }

        private bool IsUseless(IMethodSymbol method, SyntaxNode declaration, SyntaxNodeAnalysisContext context)
        {
            if (!CoroutineShape.HasTwin(method, known, context.CancellationToken) || TakesPart(method) || method.IsIterator
                || BodyDeclaration.Of(declaration) is not { Body: SyntaxNode body } || context.SemanticModel.FindOperation(body, context.CancellationToken) is not IOperation root)
            {
                return false;
            }

            // Most coroutines wait for something, and then it is among the first calls: that spares the rest.
            CallResolver resolver = new(context.SemanticModel, known, method);
            if (BodyOperations.Of(root).Any(operation => operation is IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation
                && resolver.Resolve(operation, context.CancellationToken) is not CallVerdict.Harmless))
            {
                return false;
            }

            // The generator repeats a body on the same condition.
            return known.AnalyzeOnce(method, declaration, context.SemanticModel, context.CancellationToken) is { Awaits: false, Refusal: null, IsKept: false, Unpatched.IsEmpty: true }
                && AwaitedDelegates.Of(method, known, context.CancellationToken).IsEmpty
                && !BodyOperations.Of(root).Any(operation => MayBlock(operation, context))
                && !_mentions.IsAskedFor(method, CoroutineShape.PlanOf(method, known, context.CancellationToken).Name, context.CancellationToken);
        }

        // The twin may be wanted for what overrides or implements it, or by who is not here to be seen.
        private bool TakesPart(IMethodSymbol method) =>
            method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsExtern || method.PartialDefinitionPart is not null || method.ContainingType.TypeKind == TypeKind.Interface
            || !method.ExplicitInterfaceImplementations.IsEmpty
            || CoroutineShape.PlanOf(method, known, default) is { Role: not TwinRole.Plain } or { IsGuarded: true }
            || method.ContainingType.AllInterfaces.SelectMany(static @interface => @interface.GetMembers()).Any(member =>
                SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
            || (method.AssociatedSymbol ?? method).GetAttributes().Any(static data => data.AttributeClass is { Name: "PatchAttribute", ContainingNamespace.Name: "CoGen" })
            || (known.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary && IsVisibleOutside(method));

        private static bool IsVisibleOutside(ISymbol member)
        {
            for (ISymbol? symbol = member; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
            {
                if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                {
                    return false;
                }
            }

            return true;
        }

        // What blocks unpatched, or may, is to be mended, and then the tag is of use; so is a loop that waits by itself.
        private bool MayBlock(IOperation operation, SyntaxNodeAnalysisContext context) => operation switch
        {
            IFunctionPointerInvocationOperation or IMethodReferenceOperation or IWhileLoopOperation or IForLoopOperation { AtLoopBottom.IsEmpty: true } => true,
            IInvocationOperation { TargetMethod: IMethodSymbol target } when target.MethodKind == MethodKind.DelegateInvoke || NativeCallAnalyzer.IsNative(target) => true,
            _ => BlockingPaths.Of(known).Steps.Of(operation, context.SemanticModel, context.CancellationToken)
                .Any(step => BlockingPaths.Of(known).From(step.Method, context.CancellationToken) is not null),
        };
    }
}
