using System.Collections.Immutable;
using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using CoGen.Semantics.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads a tagged method into the model of its twin.</summary>
internal static class TwinReader
{
    private static readonly ReadingCache<TwinModel?> s_cache = new();

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or LocalFunctionStatementSyntax;

    /// <summary>None when the member has no twin; the analyzer says why. A property has one for each accessor.</summary>
    public static EquatableArray<TwinModel> Read((GeneratorAttributeSyntaxContext Tagged, PatchFiles Files) source, CancellationToken cancellationToken)
    {
        GeneratorAttributeSyntaxContext context = source.Tagged;
        if (KnownTypes.Of(context.SemanticModel.Compilation, source.Files) is not { Coroutine: not null, CoroutineOfT: not null } known)
            return default;

        List<TwinModel> twins = [];
        foreach (IMethodSymbol method in MethodsOf(context.TargetSymbol, known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // An attribute may be found on what it does not tag: on a result.
            if (known.IsTagged(method) && Read(method, known, () => context.SemanticModel, cancellationToken) is { } twin)
                twins.Add(twin);
        }

        return twins.ToEquatableArray();
    }

    /// <summary>The twins that <c>[assembly: PatchAll]</c> gives to what is not tagged.</summary>
    public static ImmutableArray<TwinModel> ReadPatched(Compilation compilation, PatchFiles files, CancellationToken cancellationToken)
    {
        if (KnownTypes.Of(compilation, files) is not { Coroutine: not null, CoroutineOfT: not null } known || known.FindPatchAll(cancellationToken) is not { } all)
            return [];

        ImmutableArray<TwinModel>.Builder twins = ImmutableArray.CreateBuilder<TwinModel>();
        SemanticModel? model = null;
        foreach (IMethodSymbol method in all.Methods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(method, known, () => ModelOf(method.DeclaringSyntaxReferences[0].SyntaxTree), cancellationToken) is { } twin)
                twins.Add(twin);
        }

        return twins.ToImmutable();

        // They come file by file.
        SemanticModel ModelOf(SyntaxTree tree) => model = model?.SyntaxTree == tree ? model : compilation.GetSemanticModel(tree);
    }

    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol tagged, KnownTypes known) => tagged switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } when known.IsCoroutine(property) => [],
        IMethodSymbol method => [method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    private static TwinModel? Read(IMethodSymbol tagged, KnownTypes known, Func<SemanticModel> anyModel, CancellationToken cancellationToken)
    {
        // The attribute may stand on the part of a partial method that has no body.
        IMethodSymbol method = tagged.PartialImplementationPart ?? tagged;
        return BodyDeclaration.Of(method, cancellationToken) is not { } declaration ? null
            : s_cache.Get(declaration.Syntax, known, () => CoroutineShape.HasTwin(tagged, known, cancellationToken) ? Read(method, declaration, anyModel(), known, cancellationToken) : null, cancellationToken);
    }

    private static TwinModel Read(IMethodSymbol method, BodyDeclaration declaration, SemanticModel anyModel, KnownTypes known, CancellationToken cancellationToken)
    {
        SemanticModel model = declaration.Syntax.SyntaxTree == anyModel.SyntaxTree
            ? anyModel
            : anyModel.Compilation.GetSemanticModel(declaration.Syntax.SyntaxTree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration.Syntax, model, known, cancellationToken);
        ScopeModel scope = ScopeReader.Read(declaration, model);
        TwinPlan plan = CoroutineShape.PlanOf(method, known, cancellationToken);
        TwinSource source = new(method, declaration, plan, model, known, analysis, scope.Depth);
        return new TwinModel(
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
            TwinNames.HintOf(method),
            (method.MethodKind == MethodKind.LocalFunction ? null : method.GetDocumentationCommentId()) ?? $"{method.ContainingType.GetDocumentationCommentId()}.{plan.Name}",
            RootOf(method, plan, known),
            scope,
            TwinMembers.Of(source).ToEquatableArray(),
            GuardReader.SlotOf(source),
            TwinMembers.SlotsOf(source).ToEquatableArray());
    }

    // No delegate that could be spawned takes what a twin has in another form.
    private static RootModel? RootOf(IMethodSymbol method, TwinPlan plan, KnownTypes known)
    {
        // What is looked for of an extension is the static method that it is in the end.
        method = method.AssociatedExtensionImplementation ?? method;
        if (TwinSignature.CallsOriginalBecause(method, known) is not null ||
            method.Parameters.Any(p => TwinSignature.FormOf(p, known) != ParameterForm.Same))
        {
            return null;
        }

        string type = method.ContainingType.GetDocumentationCommentId()?.Substring(2) ?? "";
        if (method.MethodKind == MethodKind.LocalFunction)
            return new RootModel(plan.Name, type, method.ContainingAssembly.Identity.Name);

        string id = method.GetDocumentationCommentId() ?? "";
        string signature = id.Length > type.Length + 3 + method.Name.Length ? id.Substring(type.Length + 3 + method.Name.Length) : "()";
        string name = plan.Name;
        int dot = method.Name.LastIndexOf('.');
        if (plan.Role == TwinRole.Explicit && dot >= 0 && id.Length > type.Length + 3 + dot)
            name = id.Substring(type.Length + 3, dot + 1) + name;
        return new RootModel(name + signature, type, method.ContainingAssembly.Identity.Name);
    }
}
