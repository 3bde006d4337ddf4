using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Semantics.Shape;

/// <summary>Whether the twin's name is free.</summary>
internal static class TwinNameRule
{
    public static void Judge(IMethodSymbol method, KnownTypes known, ImmutableArray<ShapeRefusal>.Builder refusals)
    {
        TwinPlan plan = CoroutineShape.PlanOf(method, known, default);
        if (FindHandWritten(method, known) is not null || !(plan.IsCalledByName || plan.Role == TwinRole.Adapter))
            return;

        if (plan.IsCalledByName && known.OptionsOf(method).TwinName is { } given && !SyntaxFacts.IsValidIdentifier(given))
        {
            refusals.Add(MemberRules.Refuse(ShapeRefusalKind.TwinNameTaken, method, $"'{given}', which is no name"));
        }
        else if (FindObstacle(method, known) is { } obstacle)
        {
            string where = SymbolEqualityComparer.Default.Equals(obstacle.ContainingType, method.ContainingType)
                ? "exists and does not fit"
                : $"would be hidden: it is inherited from {obstacle.ContainingType.Name}";
            refusals.Add(new ShapeRefusal(
                ShapeRefusalKind.TwinNameTaken,
                method.Locations.FirstOrDefault() ?? Location.None,
                $"'{plan.Adapted?.Name ?? plan.Name}', but '{obstacle.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' {where}",
                obstacle));
        }
        else if (plan.IsCalledByName && FindOverload(method, known) is { } overload)
        {
            refusals.Add(new ShapeRefusal(
                ShapeRefusalKind.TwinNameTaken,
                method.Locations.FirstOrDefault() ?? Location.None,
                $"'{plan.Name}', but the twin of '{overload.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' has the same signature",
                overload));
        }
    }

    public static IMethodSymbol? FindHandWritten(IMethodSymbol method, KnownTypes known) => FindServing(method, known) ?? FindHandWrittenAdapter(method, known);

    /// <summary>A hand-written method beside <paramref name="method"/> that serves as its twin.</summary>
    public static IMethodSymbol? FindServing(IMethodSymbol method, KnownTypes known)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return null;

        foreach (ISymbol member in method.ContainingType?.GetMembers(known.OptionsOf(method).TwinName ?? CoroutineShape.UsualTwinNameOf(method)) ?? [])
        {
            if (member is IMethodSymbol candidate && !KnownTypes.IsGenerated(candidate) && Serves(method, candidate, known))
                return candidate;
        }

        return null;
    }

    // A type that overrides the asynchronous method of its base by hand needs no other.
    private static IMethodSymbol? FindHandWrittenAdapter(IMethodSymbol method, KnownTypes known)
    {
        if (!method.IsOverride || CoroutineShape.PlanOf(method, known, default).Adapted is not { } adapted)
            return null;

        foreach (ISymbol member in method.ContainingType.GetMembers(adapted.Name))
        {
            if (member is IMethodSymbol { IsOverride: true } candidate && !KnownTypes.IsGenerated(candidate) && Signatures.Collide(adapted, candidate))
                return candidate;
        }

        return null;
    }

    private static bool Serves(IMethodSymbol method, IMethodSymbol candidate, KnownTypes known)
    {
        if (candidate.IsStatic != method.IsStatic || Signatures.WithTypeArgumentsOf(candidate, method) is not { } constructed)
            return false;
        if (!Signatures.ResultFits(method, constructed) && !Signatures.SequenceFits(method, constructed, known))
            return false;
        if (TwinSignature.Collides(method, candidate, known))
            return true;

        int count = method.Parameters.Length;
        return constructed.Parameters.Length == count + 1 &&
            Signatures.AreEqual(constructed.Parameters[count].Type, known.CancellationToken) &&
            TwinSignature.CallsOriginalBecause(method, known) is null &&
            method.Parameters.Select(p => TwinSignature.TypeOf(p, known)).SequenceEqual(constructed.Parameters.Take(count).Select(static p => p.Type), SymbolEqualityComparer.Default);
    }

    private static ISymbol? FindObstacle(IMethodSymbol method, KnownTypes known)
    {
        TwinPlan plan = CoroutineShape.PlanOf(method, known, default);
        if (plan.Adapted is { } adapted)
            return method.ContainingType.GetMembers(adapted.Name).FirstOrDefault(member => member is not IMethodSymbol candidate || (!KnownTypes.IsGenerated(candidate) && Signatures.Collide(adapted, candidate)));

        string name = plan.Name;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            bool own = SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
            foreach (ISymbol member in type.GetMembers(name))
            {
                bool stands = member is not IMethodSymbol candidate || (!KnownTypes.IsGenerated(candidate) && TwinSignature.Collides(method, candidate, known));
                if (stands && (own || known.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType)))
                    return member;
            }
        }

        return null;
    }

    // Where the name is given or settled by an interface, Foo(int) and Foo(in int) come to the same.
    private static IMethodSymbol? FindOverload(IMethodSymbol method, KnownTypes known)
    {
        // Two interfaces have settled both names: of a property, and of a method that is called as its getter's twin is.
        if (method is { MethodKind: MethodKind.Ordinary, AssociatedSymbol: null } &&
            TwinNaming.AccessorOfThatName(method, CoroutineShape.PlanOf(method, known, default).Name, known) is { } accessor)
        {
            return accessor;
        }

        if (method.MethodKind == MethodKind.LocalFunction || TwinSignature.CallsOriginalBecause(method, known) is not null ||
            method.Parameters.All(p => TwinSignature.FormOf(p, known) == ParameterForm.Same))
        {
            return null;
        }

        foreach (ISymbol member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && known.IsCoroutine(other) && !SymbolEqualityComparer.Default.Equals(other, method) &&
                TwinSignature.Collides(method, other, known) && CoroutineShape.TwinNameOf(method, known) == CoroutineShape.TwinNameOf(other, known))
            {
                return other;
            }
        }

        return null;
    }
}
