using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>What is known to block, and what only looks as if it did: data, not code.</summary>
public static class BlockingCatalog
{
    /// <summary>Whether the call never leaves the processor, although it has a twin by name.</summary>
    /// <param name="method">The called method.</param>
    /// <param name="receiverType">The static type of what it is called on, which may say more than the method's own type.</param>
    /// <param name="reason">Why it is left alone.</param>
    public static bool IsDenied(IMethodSymbol method, ITypeSymbol? receiverType, [NotNullWhen(true)] out string? reason)
    {
        for (ITypeSymbol? type = receiverType ?? method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name is "MemoryStream" or "StringReader" or "StringWriter" && type.ContainingNamespace?.ToDisplayString() == "System.IO")
            {
                reason = "it works in memory";
                return true;
            }
        }

        reason = null;
        return false;
    }

    /// <summary>What is known about <paramref name="symbol"/>, a method, property or constructor that blocks; null when it is not known to.</summary>
    public static BlockingEntry? FindBlocking(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { Name: "Join" or "Sleep" } && symbol.ContainingType?.ToDisplayString() == "System.Threading.Thread")
            return new BlockingEntry("wait for the work, not for the thread");

        return null;
    }
}
