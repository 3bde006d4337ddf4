using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>What <c>await</c> makes of a type.</summary>
public static class Awaitables
{
    /// <summary>Whether <paramref name="type"/> can be awaited by its own members, and what that yields (perhaps <c>void</c>).</summary>
    public static bool TryGetResult(ITypeSymbol type, [NotNullWhen(true)] out ITypeSymbol? result)
    {
        result = null;
        if (FindMethod(type, "GetAwaiter") is not { } getAwaiter)
            return false;

        ITypeSymbol awaiter = getAwaiter.ReturnType;
        if (FindMethod(awaiter, "GetResult") is not { } getResult || !HasIsCompleted(awaiter))
            return false;

        result = getResult.ReturnType;
        return true;
    }

    private static IMethodSymbol? FindMethod(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, Parameters.Length: 0, Arity: 0, DeclaredAccessibility: Accessibility.Public } method)
                    return method;
            }
        }

        return null;
    }

    private static bool HasIsCompleted(ITypeSymbol awaiter)
    {
        for (ITypeSymbol? current = awaiter; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("IsCompleted"))
            {
                if (member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean })
                    return true;
            }
        }

        return false;
    }
}
