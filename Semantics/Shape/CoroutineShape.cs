using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Judges whether a tagged method can have a twin, by its signature alone: no judgement of one method waits for
/// that of another's body.
/// </summary>
public static class CoroutineShape
{
    /// <summary>
    /// What the twin of <paramref name="method"/> is called where nothing speaks against it: <c>FooAsync</c>; <c>GetFooAsync</c> and
    /// <c>SetFooAsync</c> for accessors.
    /// </summary>
    public static string UsualTwinNameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.PropertyGet => "Get" + LastPart(AccessedName(method)) + "Async",
        MethodKind.PropertySet => "Set" + LastPart(AccessedName(method)) + "Async",
        _ when IsEnumeration(method) => "GetAsyncEnumerator",
        _ => LastPart(method.Name) + "Async",
    };

    /// <summary>What callers of <paramref name="method"/> call its twin, by the tag if there is one.</summary>
    public static string TwinNameOf(IMethodSymbol method, KnownTypes known) => known.IsCoroutine(method) && PlanOf(method, known, default).IsCalledByName
        ? TwinNaming.NameOf(method.OriginalDefinition, known)
        : UsualTwinNameOf(method);

    /// <summary>All reasons against <paramref name="method"/>, by rule; empty when it is fine.</summary>
    public static ImmutableArray<ShapeRefusal> Judge(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<ShapeRefusal>.Builder refusals = ImmutableArray.CreateBuilder<ShapeRefusal>();
        JudgeSignature(method, known, refusals, cancellationToken);
        return refusals.ToImmutable();
    }

    /// <summary>The reasons against <paramref name="method"/> that lie in itself and around it, whatever else is a coroutine.</summary>
    public static ImmutableArray<ShapeRefusal> JudgeMember(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<ShapeRefusal>.Builder refusals = ImmutableArray.CreateBuilder<ShapeRefusal>();
        if (MemberRules.Judge(method, refusals, cancellationToken))
            SignatureRules.Judge(method, refusals);
        return refusals.ToImmutable();
    }

    /// <summary>Whether the generator writes a twin of <paramref name="method"/>.</summary>
    public static bool HasTwin(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        known.IsCoroutine(method) && known.HasTwin(method, definition =>
        {
            ImmutableArray<ShapeRefusal>.Builder refusals = ImmutableArray.CreateBuilder<ShapeRefusal>();
            JudgeSignature(definition, known, refusals, cancellationToken);
            return refusals.Count == 0 && FindHandWritten(definition, known) is null && Wholeness.HasWholeSurroundings(definition, cancellationToken);
        });

    /// <summary>What the twin of <paramref name="method"/>, which has one, is called and how it takes part in inheritance.</summary>
    public static TwinPlan PlanOf(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        known.PlanOf(method, definition => TwinHierarchy.PlanOf(definition, known, cancellationToken));

    /// <summary>
    /// What the twin of <paramref name="method"/> that is called by name returns, if there is one or will be: in this compilation or a
    /// referenced one.
    /// </summary>
    public static TwinForm FormOf(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (!known.IsCoroutine(method))
            return TwinForm.None;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Compilation.Assembly))
        {
            return !HasTwin(method, known, cancellationToken) || !PlanOf(method, known, cancellationToken).IsCalledByName ? TwinForm.None
                : IteratorShape.Of(method, cancellationToken) is null ? TwinForm.Coroutine
                : TwinForm.Sequence;
        }

        foreach (ISymbol member in method.ContainingType.OriginalDefinition.GetMembers(TwinNaming.NameOf(method, known)))
        {
            if (member is IMethodSymbol twin && known.IsTwin(twin) && TwinSignature.Collides(method.OriginalDefinition, twin, known))
                return known.ReturnsCoroutine(twin) ? TwinForm.Coroutine : TwinForm.Sequence;
        }

        return TwinForm.None;
    }

    /// <summary>
    /// A fitting <c>FooAsync</c> that the user wrote beside <paramref name="method"/>. It serves as the twin: to
    /// generate an overload of it would change the meaning of calls that exist.
    /// </summary>
    public static IMethodSymbol? FindHandWritten(IMethodSymbol method, KnownTypes known) => TwinNameRule.FindHandWritten(method.OriginalDefinition, known);

    private static string AccessedName(IMethodSymbol accessor) => accessor.AssociatedSymbol switch
    {
        IPropertySymbol { IsIndexer: true } => "Item",
        { } property => property.Name,
        _ => accessor.Name,
    };

    // What implements an interface explicitly is called by the interface too.
    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    // What foreach finds by its name, await foreach finds by another.
    private static bool IsEnumeration(IMethodSymbol method) =>
        method is { Name: "GetEnumerator", Arity: 0, Parameters.IsEmpty: true } && IteratorShape.Of(method, CancellationToken.None) is { IsEnumerator: true };

    private static void JudgeSignature(
        IMethodSymbol method, KnownTypes known, ImmutableArray<ShapeRefusal>.Builder refusals, CancellationToken cancellationToken)
    {
        if (!MemberRules.Judge(method, refusals, cancellationToken))
            return;

        SignatureRules.Judge(method, refusals);
        TwinNameRule.Judge(method, known, refusals);
    }
}
