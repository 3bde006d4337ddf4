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
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is MethodDeclarationSyntax;

    /// <summary>None when the member has no twin; the analyzer says why. A property has one for each accessor.</summary>
    public static EquatableArray<TwinModel> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (KnownTypes.Of(context.SemanticModel.Compilation) is not { Coroutine: not null, CoroutineOfT: not null } known)
            return default;

        List<TwinModel> twins = [];
        foreach (IMethodSymbol method in MethodsOf(context.TargetSymbol))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CoroutineShape.HasTwin(method, known, cancellationToken) && Read(method, context.SemanticModel, known, cancellationToken) is { } twin)
                twins.Add(twin);
        }

        return twins.ToEquatableArray();
    }

    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol tagged) => tagged switch
    {
        IMethodSymbol method => [method],
        _ => [],
    };

    private static TwinModel? Read(IMethodSymbol tagged, SemanticModel anyModel, KnownTypes known, CancellationToken cancellationToken)
    {
        // The attribute may stand on the part of a partial method that has no body.
        IMethodSymbol method = tagged.PartialImplementationPart ?? tagged;
        if (BodyDeclaration.Of(method, cancellationToken) is not { Body: not null } declaration)
            return null;

        SemanticModel model = declaration.Syntax.SyntaxTree == anyModel.SyntaxTree
            ? anyModel
            : anyModel.Compilation.GetSemanticModel(declaration.Syntax.SyntaxTree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration.Syntax, model, known, cancellationToken);
        ScopeModel scope = ScopeReader.Read(declaration, model);
        int depth = scope.Types.Count + (scope.Namespaces.Count > 1 ? scope.Namespaces.Count : 0);
        return new TwinModel(
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
            TwinNames.HintOf(method),
            method.GetDocumentationCommentId() ?? method.ToDisplayString(),
            RootOf(method),
            scope,
            TwinMembers.Of(new TwinSource(method, declaration, model, known, analysis, depth)).ToEquatableArray());
    }

    private static RootModel RootOf(IMethodSymbol method)
    {
        string type = method.ContainingType.GetDocumentationCommentId()?.Substring(2) ?? "";
        string id = method.GetDocumentationCommentId() ?? "";
        string signature = id.Length > type.Length + 3 + method.Name.Length ? id.Substring(type.Length + 3 + method.Name.Length) : "()";
        return new RootModel(CoroutineShape.TwinNameOf(method) + signature, type, method.ContainingAssembly.Identity.Name);
    }
}
