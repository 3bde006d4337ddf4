using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>What an async method can neither take nor return.</summary>
internal static class SignatureRules
{
    public static void Judge(IMethodSymbol method, ImmutableArray<ShapeRefusal>.Builder refusals)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (WrongWith(parameter) is { } wrong)
                refusals.Add(new ShapeRefusal(ShapeRefusalKind.SignatureCannotBeAsync, LocationOf(parameter, method), wrong, parameter));
        }

        if (method.IsVararg)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, "it takes __arglist"));
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, "it returns by ref"));
        else if (IsUnfit(method.ReturnType))
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, $"it returns {method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}"));

        if (method.IsAsync)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.AlreadyAsync, method, "it is async"));
        else if (!method.ReturnsVoid && Awaitables.TryGetResult(method.ReturnType, out _))
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.AlreadyAsync, method, "it returns something to await"));
    }

    private static string? WrongWith(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None when IsUnfit(parameter.Type) =>
            $"parameter '{parameter.Name}' is {parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}",
        RefKind.None => null,
        RefKind.Out => $"parameter '{parameter.Name}' is passed by out",
        RefKind.In => $"parameter '{parameter.Name}' is passed by in",
        _ => $"parameter '{parameter.Name}' is passed by ref",
    };

    private static bool IsUnfit(ITypeSymbol type) =>
        type.IsRefLikeType ||
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ||
        type is ITypeParameterSymbol { AllowsRefLikeType: true } ||
        (type is IArrayTypeSymbol array && IsUnfit(array.ElementType)) ||
        type is { Name: "TypedReference", ContainingNamespace.Name: "System" };

    private static Location LocationOf(IParameterSymbol parameter, IMethodSymbol method) =>
        parameter.Locations.FirstOrDefault() ?? method.Locations.FirstOrDefault() ?? Location.None;
}
