using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.PatchAll;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers;

/// <summary>Says what <c>[assembly: PatchAll]</c> leaves blocking, so that nothing is dropped silently: types that are not partial, and members that have no twin.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatchAllAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        CG1040PatchedTypeNotPartial.Descriptor,
        CG1041PatchedMemberHasNoTwin.Descriptor,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Of(context.Compilation) is not KnownTypes known || known.FindPatchAll(context.CancellationToken) is not PatchAllSet all)
        {
            return;
        }

        ILookup<ISymbol, PatchAllType> types = all.NotPartial.ToLookup(static type => type.Type, SymbolEqualityComparer.Default);
        ILookup<ISymbol, PatchAllRefusal> refusals = all.Refusals.ToLookup(static refusal => (ISymbol)refusal.Method, SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (PatchAllType type in types[symbol.Symbol])
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(CG1040PatchedTypeNotPartial.Descriptor, type.Name, type.Type.Name, ListOf(type.Methods)));
                }
            },
            SymbolKind.NamedType);
        context.RegisterSymbolAction(
            symbol =>
            {
                IMethodSymbol method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialImplementationPart is not null)
                {
                    return;
                }

                foreach (PatchAllRefusal refusal in refusals[method].Concat(NameRefusals(method, known, all, symbol.CancellationToken)))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        CG1041PatchedMemberHasNoTwin.Descriptor, refusal.Method.Locations[0], NameOf(refusal.Method), refusal.Does, refusal.Because));
                }
            },
            SymbolKind.Method);
    }

    // Whether the name of a twin is free depends on which other twins there are.
    private static IEnumerable<PatchAllRefusal> NameRefusals(IMethodSymbol method, KnownTypes known, PatchAllSet all, CancellationToken cancellationToken) =>
        all.Contains(method)
            ? CoroutineShape.Judge(method, known, cancellationToken).Take(1).Select(refusal => new PatchAllRefusal(
                method, "waits", refusal.Kind == ShapeRefusalKind.TwinNameTaken ? $"its twin would be called {refusal.Detail}" : refusal.Detail))
            : [];

    private static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => "new " + method.ContainingType.Name,
        _ => DisplayName.Of(method),
    };

    private static string ListOf(ImmutableArray<string> names) => names.Length == 1
        ? $"'{names[0]}'"
        : $"{string.Join(", ", names.Take(names.Length - 1).Select(static name => $"'{name}'"))} and '{names[names.Length - 1]}'";
}
