using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>
/// Judges whether a tagged method can have a twin, by its signature alone: no judgement of one method waits for
/// that of another.
/// </summary>
public static class CoroutineShape
{
    /// <summary>The name of the twin of <paramref name="method"/>.</summary>
    public static string TwinNameOf(IMethodSymbol method) => IsEnumeration(method) ? "GetAsyncEnumerator" : method.Name + "Async";

    /// <summary>All reasons against <paramref name="method"/>, by rule; empty when it is fine.</summary>
    public static ImmutableArray<ShapeRefusal> Judge(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<ShapeRefusal>.Builder refusals = ImmutableArray.CreateBuilder<ShapeRefusal>();
        JudgeSignature(method, known, refusals, cancellationToken);
        StructRules.Judge(method, known, refusals, cancellationToken);
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

    /// <summary>
    /// A fitting <c>FooAsync</c> that the user wrote beside <paramref name="method"/>. It serves as the twin: to
    /// generate an overload of it would change the meaning of calls that exist.
    /// </summary>
    public static IMethodSymbol? FindHandWritten(IMethodSymbol method, KnownTypes known) => TwinNameRule.FindHandWritten(method.OriginalDefinition, known);

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
