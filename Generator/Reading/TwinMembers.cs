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
        BodyModel body = source.Repeats ? BodyReader.Repeat(source) : BodyReader.CallOriginal(source);
        yield return new MemberModel(
            TwinNames.CrefOf(source.Method),
            IsTwin: true,
            CallsOriginal: !source.Repeats && source.Plan.Role is TwinRole.Virtual or TwinRole.Override,
            MethodParts.Attributes(source.Method, source.Declaration),
            MethodParts.Modifiers(source),
            ReturnTypeOf(source),
            NameOf(source),
            source.Declaration.TypeParameterList?.ToString() ?? "",
            string.Join(", ", MethodParts.Parameters(source)),
            MethodParts.Constraints(source),
            body);
        if (source.Plan.Role == TwinRole.Adapter)
            yield return AdapterReader.Read(source);
    }

    private static string NameOf(TwinSource source) => source.Plan.Role == TwinRole.Explicit
        ? source.Declaration.ExplicitInterface + source.Plan.Name
        : source.Plan.Name;

    private static string ReturnTypeOf(TwinSource source)
    {
        INamedTypeSymbol type = source.Method.ReturnsVoid ? source.Known.Coroutine! : source.Known.CoroutineOfT!;
        string name = ScopedNames.Of(type, source.Model, source.Declaration.Owner.SpanStart);
        if (source.Method.ReturnsVoid)
            return name;

        // What an override's twin yields is what the twin that it overrides does.
        return Signatures.AreEqual(source.Plan.Result, source.Method.ReturnType)
            ? $"{name}<{source.Declaration.Type}>"
            : $"{name}<{Nameable.Display(source.Plan.Result)}>";
    }
}
