using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>
/// Reads the question that the twin of an overridable method begins with: whether a derived type has replaced the original and not
/// the twin. The original is then called, for it is what a caller means.
/// </summary>
internal static class GuardReader
{
    private const string Slot = "__TwinSlot";

    /// <summary>The type that has the slots of a twin.</summary>
    public static string SlotOf(TwinSource source) => LanguageLevel.HasFileTypes(source.Declaration.Syntax.SyntaxTree.Options)
        ? Slot
        : $"{Slot}_{StableHash.Of(source.Method.GetDocumentationCommentId() ?? source.Method.Name)}";

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
        return $"{exact}{SlotOf(source)}.Value.IsBypassed(this, {OriginalOf(source, Declarer(source, _ => true) ?? self)}, static __o => {TwinOf(source, self, twinType)}{(method.AssociatedSymbol is null ? "" : $", typeof({self})")})";
    }

    /// <summary>
    /// The base type that first declares what the method overrides: there, overloads that a derived type adds cannot be meant. Null where
    /// the method must be named on its own type.
    /// </summary>
    private static string? Declarer(TwinSource source, Func<IMethodSymbol, bool> isSought)
    {
        IMethodSymbol? root = null;
        if (source.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
        {
            for (IMethodSymbol? next = source.Method.OverriddenMethod; next is not null && Signatures.AreEqual(next.ReturnType, source.Method.ReturnType) && isSought(next); next = next.OverriddenMethod)
                root = next;
        }

        return root is null ? null : Nameable.Display(root.ContainingType.WithNullableAnnotation(NullableAnnotation.None));
    }

    private static string OriginalOf(TwinSource source, string self)
    {
        IMethodSymbol method = source.Method;
        if (method.AssociatedSymbol is null)
        {
            string type = NeedsDelegate(method)
                ? DelegateNameOf(method) + BodyReader.TypeArguments(source.Declaration)
                : DelegateOf(method.Parameters.Select(static p => p.Type), method.ReturnsVoid ? null : Nameable.Display(method.ReturnType));
            return $"static __o => ({type})(({self})__o).{NameOf(source)}";
        }

        string types = string.Join(", ", method.Parameters.Select(static p => $"typeof({p.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})"));
        return $"\"{method.MetadataName}\", {(types.Length == 0 ? "global::System.Type.EmptyTypes" : $"new global::System.Type[] {{ {types} }}")}";
    }

    private static string TwinOf(TwinSource source, string self, string twinType)
    {
        TwinPlan plan = source.Plan;
        if (plan.Adapted is { } adapted)
            return $"({DelegateOf(adapted.Parameters.Select(static p => p.Type), Nameable.Display(adapted.ReturnType))})(({self})__o).{adapted.Name}{BodyReader.TypeArguments(source.Declaration)}";

        IMethodSymbol method = source.Method;
        string? declarer = plan.Role == TwinRole.Override
            ? Declarer(source, other => CoroutineShape.FormOf(other, source.Known, CancellationToken.None) != TwinForm.None)
            : null;
        return $"({DelegateOf(method.Parameters.Select(p => TwinSignature.TypeOf(p, source.Known)), twinType)})(({declarer ?? self})__o).{plan.Name}{BodyReader.TypeArguments(source.Declaration)}";
    }

    /// <summary>Whether no delegate of the framework has the signature of <paramref name="method"/>.</summary>
    public static bool NeedsDelegate(IMethodSymbol method) =>
        method.AssociatedSymbol is null && (method.Parameters.Length > 16 || method.Parameters.Any(static p => p.RefKind != RefKind.None));

    /// <summary>The delegate type for such a method.</summary>
    public static MemberModel Delegate(TwinSource source) => new(
        "",
        IsTwin: false,
        CallsOriginal: false,
        default,
        "private delegate ",
        source.Method.ReturnsVoid ? "void" : Nameable.Display(source.Method.ReturnType),
        DelegateNameOf(source.Method),
        source.Declaration.TypeParameterList?.ToString() ?? "",
        string.Join(", ", source.Method.Parameters.Select(static (p, i) => $"{KeywordOf(p.RefKind)}{Nameable.Display(p.Type)} __{i}")),
        MethodParts.WorkerConstraints(source),
        new BodyModel(false, 0, "", new string(' ', (source.Depth + 1) * 4) + ";"));

    private static string DelegateNameOf(IMethodSymbol method) => "__Original" + StableHash.Of(method.GetDocumentationCommentId() ?? method.Name);

    private static string KeywordOf(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };

    private static string NameOf(TwinSource source) =>
        source.Declaration.OwnerName.Text + BodyReader.TypeArguments(source.Declaration);

    private static string DelegateOf(IEnumerable<ITypeSymbol> parameters, string? result)
    {
        string[] types = [.. parameters.Select(Nameable.Display), .. result is null ? Array.Empty<string>() : [result]];
        string name = result is null ? "global::System.Action" : "global::System.Func";
        return types.Length == 0 ? name : $"{name}<{string.Join(", ", types)}>";
    }
}
