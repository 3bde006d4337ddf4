using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>Whether a method that blocks could simply be tagged.</summary>
internal static class Tagging
{
    /// <summary>What stands against a tag, other than that a type is not partial, which is soon mended; null when nothing does.</summary>
    public static string? ObstacleTo(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (ShapeRefusal refusal in CoroutineShape.Judge(method, known, cancellationToken))
        {
            if (refusal.Kind != ShapeRefusalKind.ContainingTypeNotPartial)
            {
                return refusal.Detail;
            }
        }

        return null;
    }

    /// <summary>The clause that says what to do with a method that blocks.</summary>
    public static string AdviceFor(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        ObstacleTo(method, known, cancellationToken) is string obstacle
            ? $"It cannot be tagged as it is, because {WithAdvice(obstacle)}"
            : known.PatchAll?.Cover(method) == true
                ? "Make its type partial"
                : "Tag it [Coroutine]";

    // What stands against it mostly says itself what to do.
    private static string WithAdvice(string obstacle)
    {
        int end = obstacle.IndexOf("; ", StringComparison.Ordinal);
        return end < 0 ? $"{obstacle}: move its body into a [Coroutine] method" : $"{obstacle.Substring(0, end)}: {obstacle.Substring(end + 2)}";
    }

    /// <summary>The clause that says what to do with what is called and blocks.</summary>
    public static string AdviceFor(Step step, KnownTypes known, CancellationToken cancellationToken)
    {
        if (step.Called is not IMethodSymbol method)
        {
            return "Let the handler spawn a fiber for it, by Co.Spawn";
        }

        if (known.IsCoroutine(method))
        {
            return "Call it by its name, for the language calls no twin here";
        }

        return step.Form == CallForm.Unsaid && ObstacleTo(method, known, cancellationToken) is null
            ? "Tag it [Coroutine] and call it by its name, for the language calls no twin here"
            : AdviceFor(method, known, cancellationToken);
    }

    /// <summary>Where the methods of a path are declared that a fix should tag, as far as they can be.</summary>
    public static ImmutableArray<Location> PlacesOn(BlockingPath path, KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<Location>.Builder places = ImmutableArray.CreateBuilder<Location>();
        foreach (Step step in path.Through)
        {
            if (!TryAdd(step.Called as IMethodSymbol) || (step.IsOneOfSeveral && !TryAdd(step.Method)))
            {
                break;
            }
        }

        return places.ToImmutable();

        // What a generator writes cannot be tagged, nor what another project has.
        bool TryAdd(IMethodSymbol? method)
        {
            if (method is null || method.Locations is not [{ SourceTree: SyntaxTree tree } place, ..] || !known.IsOfUser(tree, cancellationToken)
                || ObstacleTo(method, known, cancellationToken) is not null)
            {
                return false;
            }

            if (!known.IsCoroutine(method) && !places.Contains(place))
            {
                places.Add(place);
            }

            return true;
        }
    }
}
