using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>Settles how the twin of a method takes part in inheritance.</summary>
public static class TwinHierarchy
{
    /// <summary>The plan for a method that has been found to have a twin, or whose having one is in question.</summary>
    internal static TwinPlan PlanOf(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        string name = TwinNaming.NameOf(method, known);
        bool isOpen = IsOpen(method);
        TwinForm form = IteratorShape.Of(method, cancellationToken) is null ? TwinForm.Coroutine : TwinForm.Sequence;
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation || IsExplicitAccessor(method))
        {
            IMethodSymbol? implemented = method.ExplicitInterfaceImplementations.FirstOrDefault();
            return implemented is not null && CoroutineShape.FormOf(implemented, known, cancellationToken) == form
                ? new TwinPlan(TwinRole.Explicit, CoroutineShape.PlanOf(implemented, known, cancellationToken).Name, method.ReturnType, IsGuarded: isOpen)
                : new TwinPlan(TwinRole.Unreached, UnreachedNameOf(method, name), method.ReturnType, IsGuarded: false);
        }

        for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            // Where one of the two is an iterator, their twins have nothing in common: the one hides the other, which asks if it is bypassed.
            TwinForm other = CoroutineShape.FormOf(overridden, known, cancellationToken);
            if (other == form && (form == TwinForm.Coroutine || Signatures.AreEqual(overridden.ReturnType, method.ReturnType)))
                return new TwinPlan(TwinRole.Override, CoroutineShape.PlanOf(overridden, known, cancellationToken).Name, ResultOf(overridden, known, cancellationToken), isOpen);
            if (other != TwinForm.None)
                break;
            if (Adaptable.Find(overridden, method, known) is { } adapted)
                return new TwinPlan(TwinRole.Adapter, WorkerNameOf(method), method.ReturnType, isOpen, adapted);
        }

        return new TwinPlan(isOpen || method.IsAbstract || IsStaticOfInterface(method) ? TwinRole.Virtual : TwinRole.Plain, name, method.ReturnType, isOpen);
    }

    /// <summary>What the twin that an override's twin overrides yields: an override may return something more special.</summary>
    private static ITypeSymbol ResultOf(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        IMethodSymbol root = method;
        for (IMethodSymbol? next = method.OverriddenMethod; next is not null; next = next.OverriddenMethod)
        {
            if (CoroutineShape.FormOf(next, known, cancellationToken) != TwinForm.None)
                root = next;
        }

        // The types of a generic method are those of its own type parameters.
        return root.Arity > 0 && root.Arity == method.Arity ? root.Construct([.. method.TypeArguments]).ReturnType : root.ReturnType;
    }

    private static bool IsOpen(IMethodSymbol method)
    {
        if (method.IsStatic || method.DeclaredAccessibility == Accessibility.Private && method.MethodKind == MethodKind.Ordinary)
            return false;
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return method.IsVirtual || method.MethodKind == MethodKind.ExplicitInterfaceImplementation || IsExplicitAccessor(method);
        if (method.ContainingType.IsSealed || method.ContainingType.IsValueType || method.IsSealed)
            return false;
        return method.IsVirtual || method.IsOverride;
    }

    /// <summary>Whether each type that implements the interface may have a static method of its own in place of <paramref name="method"/>.</summary>
    public static bool IsStaticOfInterface(IMethodSymbol method) => method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && (method.IsAbstract || method.IsVirtual);

    private static bool IsExplicitAccessor(IMethodSymbol method) =>
        method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet && !method.ExplicitInterfaceImplementations.IsEmpty;

    private static string WorkerNameOf(IMethodSymbol method) => TwinNaming.OtherNameOf(CoroutineShape.UsualTwinNameOf(method));

    private static string UnreachedNameOf(IMethodSymbol method, string twinName)
    {
        int dot = method.Name.LastIndexOf('.');
        string @interface = dot < 0 ? "" : method.Name.Substring(0, dot);
        return new string([.. @interface.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]) + "_" + twinName;
    }
}
