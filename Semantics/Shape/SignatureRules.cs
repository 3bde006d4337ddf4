using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>What no twin can take or return. Other parameters that an async method cannot have are taken in another form (<see cref="TwinSignature"/>).</summary>
internal static class SignatureRules
{
    public static void Judge(IMethodSymbol method, ImmutableArray<ShapeRefusal>.Builder refusals)
    {
        if (method.IsVararg)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, "it takes __arglist"));
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, "it returns by ref"));
        else if (TwinSignature.IsStackBound(method.ReturnType))
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.SignatureCannotBeAsync, method, $"it returns {method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}"));

        if (method.IsAsync)
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.AlreadyAsync, method, "it is async"));
        else if (!method.ReturnsVoid && Awaitables.TryGetResult(method.ReturnType, out _))
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.AlreadyAsync, method, "it returns something to await"));
    }
}
