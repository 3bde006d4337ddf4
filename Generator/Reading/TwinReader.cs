using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads a tagged method into the model of its twin.</summary>
internal static class TwinReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is MethodDeclarationSyntax;

    /// <summary>Null when the method has no twin; the analyzer says why.</summary>
    public static TwinModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not IMethodSymbol method || KnownTypes.Of(context.SemanticModel.Compilation) is not { } known)
            return null;
        if (known.Coroutine is null || known.CoroutineOfT is null || !CoroutineShape.HasTwin(method, known, cancellationToken))
            return null;

        // The attribute may stand on the part of a partial method that has no body.
        method = method.PartialImplementationPart ?? method;
        MethodDeclarationSyntax? declaration = method.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax(cancellationToken)).OfType<MethodDeclarationSyntax>().FirstOrDefault();
        if (declaration is null || CoroutineAnalysis.BodyOf(declaration) is null || !Wholeness.HasWholeSurroundings(method, declaration))
            return null;

        SemanticModel model = declaration.SyntaxTree == context.SemanticModel.SyntaxTree
            ? context.SemanticModel
            : context.SemanticModel.Compilation.GetSemanticModel(declaration.SyntaxTree);
        cancellationToken.ThrowIfCancellationRequested();
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration, model, known, cancellationToken);
        return Read(method, declaration, model, known, analysis);
    }

    private static TwinModel Read(
        IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel model, KnownTypes known, CoroutineAnalysis analysis)
    {
        ScopeModel scope = ScopeReader.Read(declaration, model);
        int depth = scope.Types.Count + (scope.Namespaces.Count > 1 ? scope.Namespaces.Count : 0);
        return new TwinModel(
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
            TwinNames.HintOf(method),
            method.GetDocumentationCommentId() ?? method.ToDisplayString(),
            RootOf(method),
            scope,
            TwinNames.CrefOf(method),
            MethodParts.Attributes(method, declaration),
            MethodParts.Modifiers(method, declaration),
            ReturnTypeOf(method, declaration, model, known),
            CoroutineShape.TwinNameOf(method),
            declaration.TypeParameterList?.ToString() ?? "",
            TwinParameters.Of(method, declaration, model, known),
            MethodParts.Constraints(method, declaration),
            analysis.Refusal is null && analysis.Awaits
                ? BodyReader.Repeat(declaration, model, analysis, depth)
                : BodyReader.CallOriginal(method, declaration, known, depth));
    }

    private static string ReturnTypeOf(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel model, KnownTypes known)
    {
        INamedTypeSymbol type = method.ReturnsVoid ? known.Coroutine! : known.CoroutineOfT!;
        string name = ScopedNames.Of(type, model, declaration.ReturnType.SpanStart);
        return method.ReturnsVoid ? name : $"{name}<{declaration.ReturnType}>";
    }

    private static RootModel RootOf(IMethodSymbol method)
    {
        string type = method.ContainingType.GetDocumentationCommentId()?.Substring(2) ?? "";
        string id = method.GetDocumentationCommentId() ?? "";
        string signature = id.Length > type.Length + 3 + method.Name.Length ? id.Substring(type.Length + 3 + method.Name.Length) : "()";
        return new RootModel(CoroutineShape.TwinNameOf(method) + signature, type, method.ContainingAssembly.Identity.Name);
    }
}
