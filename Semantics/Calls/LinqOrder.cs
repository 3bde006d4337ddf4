using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Knows where LINQ does not simply take one item after the other, front to back, as asynchronous LINQ always does: it begins at the
/// end of a list, or asks for less than the whole.
/// </summary>
internal static class LinqOrder
{
    /// <summary>Whether the asynchronous form of a link could call the lambdas before it, or its own, otherwise than the link does.</summary>
    /// <param name="name">The name of the link.</param>
    /// <param name="source">What stands in front of it.</param>
    /// <param name="hasArguments">Whether anything is given to it.</param>
    /// <param name="hasBlockingLambda">Whether a lambda of its own is awaited.</param>
    /// <param name="isIterator">Whether an expression is the call of an iterator.</param>
    /// <param name="held">The locals that hold sequences.</param>
    public static bool Differs(string name, ExpressionSyntax source, bool hasArguments, bool hasBlockingLambda, Func<ExpressionSyntax, bool> isIterator, HeldSequences held)
    {
        // A second key that is awaited is no key to the sorter of the base class library.
        if (hasBlockingLambda && name is "ThenBy" or "ThenByDescending")
            return true;

        bool isOrdered = false;
        ExpressionSyntax root = held.ValueOf(source) ?? source;
        while (root is ParenthesizedExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } && !isIterator(root))
        {
            if (root is ParenthesizedExpressionSyntax parenthesized)
            {
                root = held.ValueOf(parenthesized.Expression) ?? parenthesized.Expression;
                continue;
            }

            MemberAccessExpressionSyntax access = (MemberAccessExpressionSyntax)((InvocationExpressionSyntax)root).Expression;
            isOrdered |= access.Name.Identifier.ValueText is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending";
            root = held.ValueOf(access.Expression) ?? access.Expression;
        }

        isOrdered |= root is QueryExpressionSyntax query && query.DescendantNodes().Any(static n => n is OrderByClauseSyntax);
        if (isOrdered)
            return name is not ("ToList" or "ToArray" or "ToHashSet" or "ToDictionary" or "Select" or "Where" or "ThenBy" or "ThenByDescending");

        // Whether there is any, LINQ sees by the length of a list, whatever is selected from it.
        if (name is "Any" && !hasArguments && LinkNameOf(source) is not (null or "Where"))
            return !isIterator(root);

        return name is "Skip" or "SkipLast" or "TakeLast" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault" && !isIterator(root);
    }

    private static string? LinkNameOf(ExpressionSyntax source) => source switch
    {
        ParenthesizedExpressionSyntax parenthesized => LinkNameOf(parenthesized.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax link } => link.Name.Identifier.ValueText,
        _ => null,
    };
}
