using System.Collections.Immutable;
using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads a tagged method into the model of its twin.</summary>
internal static class TwinReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>None when the member has no twin; the analyzer says why. A property has one for each accessor.</summary>
    public static EquatableArray<TwinModel> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (KnownTypes.Of(context.SemanticModel.Compilation) is not { Coroutine: not null, CoroutineOfT: not null } known)
            return default;

        List<TwinModel> twins = [];
        foreach (IMethodSymbol method in MethodsOf(context.TargetSymbol, known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // An attribute may be found on what it does not tag: on a result.
            if (known.IsTagged(method) && CoroutineShape.HasTwin(method, known, cancellationToken) && Read(method, context.SemanticModel, known, cancellationToken) is { } twin)
                twins.Add(twin);
        }

        return twins.ToEquatableArray();
    }

    /// <summary>The twins that <c>[assembly: PatchAll]</c> gives to what is not tagged.</summary>
    public static ImmutableArray<TwinModel> ReadPatched(Compilation compilation, CancellationToken cancellationToken)
    {
        if (KnownTypes.Of(compilation) is not { Coroutine: not null, CoroutineOfT: not null } known || known.FindPatchAll(cancellationToken) is not { } all)
            return [];

        ImmutableArray<TwinModel>.Builder twins = ImmutableArray.CreateBuilder<TwinModel>();
        SemanticModel? model = null;
        foreach (IMethodSymbol method in all.Methods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!CoroutineShape.HasTwin(method, known, cancellationToken))
                continue;

            // They come file by file.
            SyntaxTree tree = method.DeclaringSyntaxReferences[0].SyntaxTree;
            model = model?.SyntaxTree == tree ? model : compilation.GetSemanticModel(tree);
            if (Read(method, model, known, cancellationToken) is { } twin)
                twins.Add(twin);
        }

        return twins.ToImmutable();
    }

    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol tagged, KnownTypes known) => tagged switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } when known.IsCoroutine(property) => [],
        IMethodSymbol method => [method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    private static TwinModel? Read(IMethodSymbol tagged, SemanticModel anyModel, KnownTypes known, CancellationToken cancellationToken)
    {
        // The attribute may stand on the part of a partial method that has no body.
        IMethodSymbol method = tagged.PartialImplementationPart ?? tagged;
        if (BodyDeclaration.Of(method, cancellationToken) is not { } declaration)
            return null;

        SemanticModel model = declaration.Syntax.SyntaxTree == anyModel.SyntaxTree
            ? anyModel
            : anyModel.Compilation.GetSemanticModel(declaration.Syntax.SyntaxTree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration.Syntax, model, known, cancellationToken);
        ScopeModel scope = ScopeReader.Read(declaration, model);
        int depth = scope.Types.Count + (scope.Namespaces.Count > 1 ? scope.Namespaces.Count : 0);
        TwinPlan plan = CoroutineShape.PlanOf(method, known, cancellationToken);
        TwinSource source = new(method, declaration, plan, model, known, analysis, depth);
        return new TwinModel(
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
            TwinNames.HintOf(method),
            method.GetDocumentationCommentId() ?? method.ToDisplayString(),
            RootOf(method, plan, known),
            scope,
            TwinMembers.Of(source).ToEquatableArray(),
            TwinMembers.SlotsOf(source).ToEquatableArray());
    }

    // No delegate that could be spawned takes what a twin has in another form.
    private static RootModel? RootOf(IMethodSymbol method, TwinPlan plan, KnownTypes known)
    {
        if (TwinSignature.CallsOriginalBecause(method, known) is not null ||
            method.Parameters.Any(p => TwinSignature.FormOf(p, known) != ParameterForm.Same))
        {
            return null;
        }

        string type = method.ContainingType.GetDocumentationCommentId()?.Substring(2) ?? "";
        string id = method.GetDocumentationCommentId() ?? "";
        string signature = id.Length > type.Length + 3 + method.Name.Length ? id.Substring(type.Length + 3 + method.Name.Length) : "()";
        string name = plan.Name;
        int dot = method.Name.LastIndexOf('.');
        if (plan.Role == TwinRole.Explicit && dot >= 0 && id.Length > type.Length + 3 + dot)
            name = id.Substring(type.Length + 3, dot + 1) + name;
        return new RootModel(name + signature, type, method.ContainingAssembly.Identity.Name);
    }
}
