using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Settles what the twin of a method is called: <c>FooAsync</c>, unless the user names it, or a hand-written method of that name is not
/// the twin and could be taken for it; then <c>FooCoroutine</c>. To add an overload would change the meaning of calls that exist. Nor can
/// the twins of two overloads have one signature.
/// </summary>
internal static class TwinNaming
{
    private const string Usual = "Async";
    private const string Other = "Coroutine";

    /// <summary>The name of the twin of <paramref name="method"/>, which overrides nothing that has one.</summary>
    public static string NameOf(IMethodSymbol method, KnownTypes known)
    {
        if (known.OptionsOf(method).TwinName is { Length: > 0 } given)
            return given;
        if (method.MethodKind == MethodKind.LocalFunction)
            return LiftedFunction.NameOf(method, default);

        string usual = CoroutineShape.UsualTwinNameOf(method);
        return IsForeign(method, known) ? FindIn(method, usual, known)
            : Implemented(method, known) is { } implemented ? NameOf(implemented, known)
            : CollidingOverloads.FindBefore(method, known) is not null && TwinNameRule.FindServing(method, known) is null ? OtherNameOf(usual)
            : IsTaken(method, usual, known) && TwinNameRule.FindServing(method, known) is null ? OtherNameOf(usual)
            : usual;
    }

    /// <summary><c>FooCoroutine</c> for <c>FooAsync</c>.</summary>
    public static string OtherNameOf(string usual) =>
        (usual.EndsWith(Usual, StringComparison.Ordinal) ? usual.Substring(0, usual.Length - Usual.Length) : usual) + Other;

    private static bool IsForeign(IMethodSymbol method, KnownTypes known) =>
        !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly);

    // In a referenced assembly the twin is there to be seen.
    private static string FindIn(IMethodSymbol method, string usual, KnownTypes known)
    {
        string other = OtherNameOf(usual);
        INamedTypeSymbol type = method.ContainingType.OriginalDefinition;
        bool givesWay = CollidingOverloads.FindBefore(method.OriginalDefinition, known) is not null ||
            !type.GetMembers(usual).Any(static member => member is IMethodSymbol generated && KnownTypes.IsGenerated(generated));
        return givesWay &&
            type.GetMembers(other).Any(member => member is IMethodSymbol twin && known.IsTwin(twin) && TwinSignature.Collides(method.OriginalDefinition, twin, known)) ? other : usual;
    }

    /// <summary>The tagged interface member that <paramref name="method"/> implements: its twin implements that one's by name.</summary>
    private static IMethodSymbol? Implemented(IMethodSymbol method, KnownTypes known)
    {
        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.ContainingType.TypeKind == TypeKind.Interface)
            return null;

        foreach (INamedTypeSymbol type in method.ContainingType.AllInterfaces)
        {
            foreach (ISymbol member in type.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && known.IsCoroutine(candidate) && candidate.Parameters.Length == method.Parameters.Length &&
                    SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(candidate), method))
                {
                    return candidate.OriginalDefinition;
                }
            }
        }

        return null;
    }

    private static bool IsTaken(IMethodSymbol method, string usual, KnownTypes known) =>
        HasRival(method, usual, known) || HasRivalBelow(method, usual, known) ||
        (method.AssociatedSymbol is null ? AccessorOfThatName(method, usual, known) is not null : HasMethodOfThatName(method, usual, known));

    // What a derived type has written by hand would hide the twin.
    private static bool HasRivalBelow(IMethodSymbol method, string name, KnownTypes known) =>
        method is { IsStatic: false, DeclaredAccessibility: not Accessibility.Private, ContainingType: { TypeKind: TypeKind.Class, IsSealed: false } type } &&
        known.Compilation.GetSymbolsWithName(name, SymbolFilter.Member).Any(member => DerivesFrom(member.ContainingType, type) &&
            (member is not IMethodSymbol other || (!KnownTypes.IsGenerated(other) && CouldMeet(method, other))));

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool HasRival(IMethodSymbol method, string name, KnownTypes known)
    {
        // All extensions of one static class are methods of that in the end.
        if (method.ContainingType is { IsExtension: true, ContainingType: { } container })
        {
            return container.GetTypeMembers().Where(static t => t.IsExtension).Append(container).SelectMany(t => t.GetMembers(name))
                .Any(static member => member is not IMethodSymbol other || !(KnownTypes.IsGenerated(other) || other.IsImplicitlyDeclared));
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            bool own = SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
            foreach (ISymbol member in type.GetMembers(name))
            {
                if ((own || known.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType)) &&
                    (member is not IMethodSymbol other || (!KnownTypes.IsGenerated(other) && CouldMeet(method, other))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The accessor whose twin's name an interface has settled: the method gives way, unless another has settled its own.</summary>
    public static IMethodSymbol? AccessorOfThatName(IMethodSymbol method, string usual, KnownTypes known) => method.Name.Length <= 3 ? null : method.ContainingType.GetMembers(method.Name.Substring(3)).OfType<IPropertySymbol>()
            .SelectMany(static property => new[] { property.GetMethod, property.SetMethod })
            .FirstOrDefault(accessor => accessor is not null && accessor.Parameters.Length == method.Parameters.Length && known.IsCoroutine(accessor) && NameOf(accessor, known) == usual);

    // The twins of a property Foo and of a method GetFoo() would be called the same: the accessor gives way, where its name is its own.
    private static bool HasMethodOfThatName(IMethodSymbol accessor, string usual, KnownTypes known) => accessor.ContainingType
        .GetMembers(usual.Substring(0, usual.Length - Usual.Length))
        .Any(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.Parameters.Length == accessor.Parameters.Length && known.IsCoroutine(method));

    /// <summary>Whether there is a number of arguments that both could be called with.</summary>
    private static bool CouldMeet(IMethodSymbol left, IMethodSymbol right) => Least(left) <= Most(right) && Least(right) <= Most(left);

    private static int Least(IMethodSymbol method) => method.Parameters.Count(static p => !p.IsOptional && !p.IsParams);

    private static int Most(IMethodSymbol method) => method.Parameters is [.., { IsParams: true }] ? int.MaxValue : method.Parameters.Length;
}
