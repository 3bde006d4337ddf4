using System.Collections.Immutable;
using System.Reflection.Metadata;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Finds the calls of native code in coroutines, of which no rule says what becomes of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NativeCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CG1007NativeCall.Descriptor];

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
            context.RegisterSyntaxNodeAction(node => Analyze(node, known), CoroutineBody.Kinds);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownTypes known)
    {
        if (CoroutineBody.Of(context, known) is not IMethodSymbol coroutine || CoroutineBody.IsPartOfAnother(coroutine, context.ContainingSymbol, known)
            || BodyDeclaration.Of(context.Node) is not { Body: SyntaxNode body } || context.SemanticModel.FindOperation(body, context.CancellationToken) is not IOperation root)
        {
            return;
        }

        CoroutineOptions options = known.OptionsOf(coroutine);
        foreach (IOperation operation in BodyOperations.Of(root))
        {
            if (operation is IInvocationOperation { TargetMethod: IMethodSymbol native } call)
            {
                if (IsNative(native) && !options.Keeps(native) && !known.IsSwitchedOff(native) && known.Rules.Find(native) is null)
                {
                    Report(call, DisplayName.OfCall(native), $"Run it on another thread, [assembly: OffloadCalls(typeof({native.ContainingType.Name}), \"{native.Name}\")], or say that it does not block, [assembly: ExcludeFromPatching(typeof({native.ContainingType.Name}), \"{native.Name}\")]");
                }
            }
            else if (operation is IFunctionPointerInvocationOperation { Target: IOperation target } pointer && target.Type is IFunctionPointerTypeSymbol { Signature: IMethodSymbol signature } && IsNativeAndSlow(signature))
            {
                Report(pointer, NameOf(pointer), "Call it in a method of plain code whose calls are offloaded, or in Co.Blocking(() => …) if it does not block");
            }
        }

        void Report(IOperation call, string name, string advice)
        {
            Location place = Underline.CallAt(call.Syntax);
            if (!NestedFunctions.IsHandedOn(call.Syntax, context.SemanticModel, known, context.CancellationToken)
                && !known.AnalyzeOnce(coroutine, context.Node, context.SemanticModel, context.CancellationToken).Patched.Any(patched => patched.Location.SourceSpan == place.SourceSpan))
            {
                context.ReportDiagnostic(Diagnostic.Create(CG1007NativeCall.Descriptor, place, name, advice));
            }
        }
    }

    /// <summary>Whether a method is native code that may take its time; what keeps the garbage collector waiting has promised to be quick.</summary>
    public static bool IsNative(IMethodSymbol method)
    {
        ImmutableArray<AttributeData> attributes = (method.PartialDefinitionPart ?? method).GetAttributes();
        return (method.GetDllImportData() is not null || attributes.Any(static data => data.AttributeClass is { Name: "LibraryImportAttribute" }))
            && !attributes.Any(static data => data.AttributeClass is { Name: "SuppressGCTransitionAttribute" });
    }

    private static bool IsNativeAndSlow(IMethodSymbol signature) =>
        signature.CallingConvention is not (SignatureCallingConvention.Default or SignatureCallingConvention.VarArgs)
        && !signature.UnmanagedCallingConventionTypes.Any(static type => type.Name == "CallConvSuppressGCTransition");

    private static string NameOf(IFunctionPointerInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: ExpressionSyntax callee } ? callee.ToString() : "the function pointer";
}
