using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>
/// Reads the question that the twin of an overridable method begins with: whether a derived type has replaced the original and not
/// the twin. The original is then called, for it is what a caller means.
/// </summary>
internal static class GuardReader
{
    public const string Slot = "__TwinSlot";

    /// <summary>A statement without line breaks.</summary>
    public static string Read(TwinSource source)
    {
        string coroutine = source.Method.ReturnsVoid
            ? Nameable.Display(source.Known.Coroutine!)
            : Nameable.Display(source.Known.CoroutineOfT!.Construct(source.Plan.Result));
        string call = BodyReader.OriginalCall(source);
        string then = source.Method.ReturnsVoid ? $"{{ {call}; return; }}" : $"return {call};";
        return $"if ({Condition(source, coroutine)}) {then}";
    }

    /// <summary>The question as an expression.</summary>
    public static string Condition(TwinSource source, string twinType)
    {
        IMethodSymbol method = source.Method;
        INamedTypeSymbol type = method.ExplicitInterfaceImplementations.IsEmpty ? method.ContainingType : method.ExplicitInterfaceImplementations[0].ContainingType;
        string self = Nameable.Display(type.WithNullableAnnotation(NullableAnnotation.None));
        string exact = method.ContainingType.TypeKind == TypeKind.Interface ? "" : $"this.GetType() != typeof({self}) && ";
        return $"{exact}{Slot}.Value.IsBypassed(this, {OriginalOf(source, self)}, static __o => {TwinOf(source, self, twinType)})";
    }

    private static string OriginalOf(TwinSource source, string self)
    {
        IMethodSymbol method = source.Method;
        if (method.AssociatedSymbol is null)
            return $"static __o => ({DelegateOf(method.Parameters.Select(static p => p.Type), method.ReturnsVoid ? null : Nameable.Display(method.ReturnType))})(({self})__o).{NameOf(source)}";

        string types = string.Join(", ", method.Parameters.Select(static p => $"typeof({p.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})"));
        return $"\"{method.MetadataName}\", {(types.Length == 0 ? "global::System.Type.EmptyTypes" : $"new global::System.Type[] {{ {types} }}")}";
    }

    private static string TwinOf(TwinSource source, string self, string twinType)
    {
        TwinPlan plan = source.Plan;
        if (plan.Adapted is { } adapted)
            return $"({DelegateOf(adapted.Parameters.Select(static p => p.Type), Nameable.Display(adapted.ReturnType))})(({self})__o).{adapted.Name}";

        IMethodSymbol method = source.Method;
        return $"({DelegateOf(method.Parameters.Select(static p => p.Type), twinType)})(({self})__o).{plan.Name}{BodyReader.TypeArguments(source.Declaration)}";
    }

    private static string NameOf(TwinSource source) =>
        source.Declaration.OwnerName.Text + BodyReader.TypeArguments(source.Declaration);

    private static string DelegateOf(IEnumerable<ITypeSymbol> parameters, string? result)
    {
        string[] types = [.. parameters.Select(Nameable.Display), .. result is null ? Array.Empty<string>() : [result]];
        string name = result is null ? "global::System.Action" : "global::System.Func";
        return types.Length == 0 ? name : $"{name}<{string.Join(", ", types)}>";
    }
}
