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
        IMethodSymbol method = source.Method;
        string self = method.MethodKind == MethodKind.Ordinary || method.ExplicitInterfaceImplementations.IsEmpty
            ? Nameable.Display(method.ContainingType.WithNullableAnnotation(NullableAnnotation.None))
            : Nameable.Display(method.ExplicitInterfaceImplementations[0].ContainingType.WithNullableAnnotation(NullableAnnotation.None));
        string exact = method.ContainingType.TypeKind == TypeKind.Interface ? "" : $"this.GetType() != typeof({self}) && ";
        string call = BodyReader.OriginalCall(source);
        string then = method.ReturnsVoid ? $"{{ {call}; return; }}" : $"return {call};";
        return $"if ({exact}{Slot}.Value.IsBypassed(this, {OriginalOf(source, self)}, static __o => {TwinOf(source, self)})) {then}";
    }

    private static string OriginalOf(TwinSource source, string self)
    {
        IMethodSymbol method = source.Method;
        if (method.AssociatedSymbol is null)
            return $"static __o => ({DelegateOf(method.Parameters.Select(static p => p.Type), method.ReturnsVoid ? null : Nameable.Display(method.ReturnType))})(({self})__o).{NameOf(source)}";

        string types = string.Join(", ", method.Parameters.Select(static p => $"typeof({p.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})"));
        return $"\"{method.MetadataName}\", {(types.Length == 0 ? "global::System.Type.EmptyTypes" : $"new global::System.Type[] {{ {types} }}")}";
    }

    private static string TwinOf(TwinSource source, string self)
    {
        TwinPlan plan = source.Plan;
        if (plan.Adapted is { } adapted)
            return $"({DelegateOf(adapted.Parameters.Select(static p => p.Type), Nameable.Display(adapted.ReturnType))})(({self})__o).{adapted.Name}";

        IMethodSymbol method = source.Method;
        string coroutine = method.ReturnsVoid
            ? Nameable.Display(source.Known.Coroutine!)
            : Nameable.Display(source.Known.CoroutineOfT!.Construct(plan.Result));
        return $"({DelegateOf(method.Parameters.Select(static p => p.Type), coroutine)})(({self})__o).{plan.Name}{BodyReader.TypeArguments(source.Declaration)}";
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
