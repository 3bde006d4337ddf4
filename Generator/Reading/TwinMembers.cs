using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>Reads the members that make up a twin.</summary>
internal static class TwinMembers
{
    public static IEnumerable<MemberModel> Of(TwinSource source)
    {
        if (IteratorShape.Of(source.Method, CancellationToken.None) is { } shape)
            return IteratorMembers.Of(source, shape);

        return OfMethod(source);
    }

    private static IEnumerable<MemberModel> OfMethod(TwinSource source)
    {
        yield return new MemberModel(
            TwinNames.CrefOf(source.Method),
            IsTwin: true,
            MethodParts.Attributes(source.Method, source.Declaration),
            MethodParts.Modifiers(source.Declaration),
            ReturnTypeOf(source.Method, source.Declaration, source.Model, source.Known),
            CoroutineShape.TwinNameOf(source.Method),
            source.Declaration.TypeParameterList?.ToString() ?? "",
            MethodParts.Parameters(source.Method, source.Declaration),
            MethodParts.Constraints(source.Method, source.Declaration),
            source.Repeats ? BodyReader.Repeat(source) : BodyReader.CallOriginal(source));
    }

    private static string ReturnTypeOf(IMethodSymbol method, BodyDeclaration declaration, SemanticModel model, KnownTypes known)
    {
        INamedTypeSymbol type = method.ReturnsVoid ? known.Coroutine! : known.CoroutineOfT!;
        string name = ScopedNames.Of(type, model, declaration.Owner.SpanStart);
        return method.ReturnsVoid ? name : $"{name}<{declaration.Type}>";
    }
}
